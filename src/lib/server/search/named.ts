import { sql } from 'drizzle-orm';
import type { Localized } from '#lib/model/localized.ts';
import { isOneself } from '#lib/model/search/key-words.ts';
import { readText } from '#lib/model/search/parse-query.ts';
import type { Query, Unknown } from '#lib/model/search/query.ts';
import { namesWanted, withWholeNames } from '#lib/model/search/whole-names.ts';
import { wordsOf } from '#lib/model/search/words.ts';
import { readNetworks } from '../access/read-networks.ts';
import type { Services } from '../services.ts';
import type { Asking } from './source.ts';

/** The cities and people that a query's filters name, as codes and ids; null where none is known, which is told. */
export interface Named {
	cities: string[] | null;
	people: string[] | null;
	unknown: Unknown[];
}

type Naming = Pick<Services, 'db'>;

interface NamedCity extends Record<string, unknown> {
	code: string;
	slug: string;
	name: Localized;
}

async function citiesIn({ db }: Naming, networks: readonly string[]): Promise<{ id: string; names: string[] }[]> {
	const rows = await db.execute<NamedCity>(
		sql`select code, slug, name from partners where network_id = any(${sql.param(networks)}::uuid[])`
	);
	return rows.map(({ code, slug, name }) => ({ id: code, names: [code, slug, ...Object.values(name).flatMap((one) => one ?? [])] }));
}

async function peopleIn({ db }: Naming, networks: readonly string[]): Promise<{ id: string; names: string[] }[]> {
	const rows = await db.execute<{ id: string; name: string }>(
		sql`select id, name from people where exists (
			select from memberships held where held.person_id = people.id and held.network_id = any(${sql.param(networks)}::uuid[]))`
	);
	return rows.map(({ id, name }) => ({ id, names: [name] }));
}

/** What was typed, a name of several words in quotation marks where it names somebody, or a city. */
export async function readNames(services: Naming, { actor }: Asking, text: string): Promise<string> {
	const read = readText(text);
	const wanted = namesWanted(read);
	if (wanted.length === 0) return text;
	const networks = readNetworks(actor);
	const known = async (filter: 'from' | 'city', find: typeof citiesIn) =>
		wanted.includes(filter) ? (await find(services, networks)).flatMap(({ names }) => names) : [];
	return withWholeNames(read, { from: await known('from', peopleIn), city: await known('city', citiesIn) });
}

/** Finds what the filters name among the cities and people whom the actor reads, by the beginnings of their names. */
export async function named(services: Naming, { actor }: Asking, { cities, people }: Query): Promise<Named> {
	const networks = readNetworks(actor);
	const unknown: Unknown[] = [];
	const found: Named = { cities: null, people: null, unknown };
	if (cities.length > 0) found.cities = lookedUp('city', cities, await citiesIn(services, networks), unknown);
	if (people.length > 0) {
		const others = lookedUp(
			'from',
			people.filter((value) => !isOneself(value)),
			await peopleIn(services, networks),
			unknown
		);
		const own = actor.kind === 'person' && people.some(isOneself) ? [actor.id] : [];
		found.people = own.length > 0 ? [...own, ...(others ?? [])] : others;
	}
	return found;
}

function lookedUp(key: string, asked: string[], all: { id: string; names: string[] }[], unknown: Unknown[]): string[] | null {
	const found = asked.flatMap((value) => {
		const words = wordsOf(value).map(({ bare }) => bare);
		const isCalled = (name: string) => {
			const parts = wordsOf(name).map(({ bare }) => bare);
			return words.every((word) => parts.some((part) => part.startsWith(word)));
		};
		const ids = all.filter(({ names }) => names.some(isCalled)).map(({ id }) => id);
		if (ids.length === 0) unknown.push({ key, value });
		return ids;
	});
	return found.length > 0 ? found : null;
}
