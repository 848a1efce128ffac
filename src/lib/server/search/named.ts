import { sql } from 'drizzle-orm';
import type { Localized } from '#lib/model/localized.ts';
import { isOneself } from '#lib/model/search/key-words.ts';
import type { Query, Unknown } from '#lib/model/search/query.ts';
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

/** Finds what the filters name among the cities and people whom the actor reads, by the beginnings of their names. */
export async function named({ db }: Pick<Services, 'db'>, { actor }: Asking, { cities, people }: Query): Promise<Named> {
	const networks = readNetworks(actor);
	const unknown: Unknown[] = [];
	const found: Named = { cities: null, people: null, unknown };
	if (cities.length > 0) {
		const rows = await db.execute<{ code: string; slug: string; name: Localized }>(
			sql`select code, slug, name from partners where network_id = any(${sql.param(networks)}::uuid[])`
		);
		const names = rows.map(({ code, slug, name }) => ({
			id: code,
			names: [code, slug, ...Object.values(name).flatMap((one) => one ?? [])]
		}));
		found.cities = lookedUp('city', cities, names, unknown);
	}
	if (people.length > 0) {
		const rows = await db.execute<{ id: string; name: string }>(
			sql`select id, name from people where exists (
				select from memberships held where held.person_id = people.id and held.network_id = any(${sql.param(networks)}::uuid[]))`
		);
		const others = lookedUp(
			'from',
			people.filter((value) => !isOneself(value)),
			rows.map(({ id, name }) => ({ id, names: [name] })),
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
