import { wordsOf } from '#lib/model/search/words.ts';
import type { Found } from '#lib/model/search/results.ts';
import type { CityTag, PersonTag } from '#lib/model/people/tags.ts';
import type { SearchParts } from '../noun.ts';
import type { NamedRoom } from '../rooms.ts';
import { searchPartOf } from './fetch-parts.ts';
import type { IconName } from '../ui/icons.ts';

/** A place that the palette leads to by name. */
export interface PaletteEntry {
	href: string;
	name: string;
	/** What it is, beside the name. */
	says: string;
	lang?: string;
	/** What stands before it: a city's mark, a person's face, or the sign of a room. */
	city?: CityTag;
	person?: PersonTag;
	icon?: IconName;
	/** Words it is found by, besides its name. */
	also?: string;
}

/** The rooms as the palette leads to them. */
export function roomEntries(rooms: readonly NamedRoom[]): PaletteEntry[] {
	return rooms.map(({ href, name, icon }) => ({ href, name, says: '', icon }));
}

/** Something to which its name leads, or that was found, as a box offers it. */
export function optionOf(
	parts: SearchParts,
	found: Found,
	words: { text: string; lang: string },
	cities: readonly CityTag[]
): PaletteEntry | null {
	return searchPartOf(parts, found.kind)?.option(found, words, (code) => cities.find((city) => city.code === code)) ?? null;
}

/** The entries that the typed words are beginnings of, those by their name first. */
export function fittingEntries(entries: readonly PaletteEntry[], typed: string, most: number): PaletteEntry[] {
	const asked = wordsOf(typed).map(({ bare }) => bare);
	if (asked.length === 0) return [];
	const begins = (text: string) => {
		const words = wordsOf(text).map(({ bare }) => bare);
		return (word: string) => words.some((one) => one.startsWith(word));
	};
	const byName = entries.filter(({ name }) => asked.every(begins(name)));
	const byMore = entries.filter(
		(entry) => !byName.includes(entry) && asked.every(begins([entry.name, entry.says, entry.also ?? ''].join(' ')))
	);
	return [...byName, ...byMore].slice(0, most);
}
