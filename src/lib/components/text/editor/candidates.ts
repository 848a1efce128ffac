import { cityMention, personMention } from '#lib/model/documents/mentions.ts';
import type { CityTag, PersonTag } from '#lib/model/people/tags.ts';

/** Somebody or a city that can be mentioned, with the words by which it is found. */
export interface Candidate {
	href: string;
	name: string;
	/** Null for a city itself. */
	person: PersonTag | null;
	city: CityTag | undefined;
	/** What tells them from somebody else of the same name and city; null where nobody is. */
	apart: string | null;
	nameWords: string[];
	placeWords: string[];
}

const most = 8;

/** What takes no part in decomposition. */
const single: Record<string, string> = { ł: 'l', ø: 'o', đ: 'd', ð: 'd', ħ: 'h', ı: 'i', æ: 'ae', œ: 'oe', ß: 'ss', þ: 'th' };

/** Words as somebody types them who has other keys: without case and diacritics. */
export function comparableWords(text: string): string[] {
	const plain = text
		.normalize('NFKD')
		.toLowerCase()
		.replace(/\p{M}/gu, '')
		.replace(/[łøđðħıæœßþ]/g, (letter) => single[letter] ?? letter);
	return plain.match(/[\p{L}\d]+/gu) ?? [];
}

export function personCandidate(person: PersonTag, city: CityTag | undefined, apart: string | null = null): Candidate {
	const { id, name } = person;
	const placeWords = comparableWords(city?.name ?? '');
	return { href: personMention(id), name, person, city, apart, nameWords: comparableWords(name), placeWords };
}

/** People in the order given; those of one name and city with the words that tell them apart. */
export function personCandidates<Person extends PersonTag>(
	people: readonly Person[],
	cityOf: (code: string | null) => CityTag | undefined,
	apart: (person: Person) => string
): Candidate[] {
	const seen = Map.groupBy(people, placed);
	return people.map((person) => {
		const alone = seen.get(placed(person))?.length === 1;
		return personCandidate(person, cityOf(person.city), alone ? null : apart(person));
	});
}

function placed({ name, city }: PersonTag): string {
	return `${name}\n${city ?? ''}`;
}

export function cityCandidate(city: CityTag): Candidate {
	const { code, name } = city;
	return { href: cityMention(code), name, person: null, city, apart: null, nameWords: comparableWords(name), placeWords: [] };
}

/** How well it fits, 0 being best: the beginning of the name, of a later word of it, or of the city's name. */
function fit({ nameWords, placeWords }: Candidate, typed: readonly string[]): number {
	const begun = (words: readonly string[]) => typed.every((start) => words.some((word) => word.startsWith(start)));
	if (begun(nameWords)) return nameWords[0]?.startsWith(typed[0] ?? '') ? 0 : 1;
	return begun([...nameWords, ...placeWords]) ? 2 : Infinity;
}

/** The few that fit what was typed behind the @, the best first. */
export function fittingCandidates(all: readonly Candidate[], query: string): Candidate[] {
	const typed = comparableWords(query);
	if (typed.length === 0) return [];
	return all
		.map((candidate) => ({ candidate, rank: fit(candidate, typed) }))
		.filter(({ rank }) => rank < Infinity)
		.sort((a, b) => a.rank - b.rank)
		.slice(0, most)
		.map(({ candidate }) => candidate);
}
