import { eq, sql } from 'drizzle-orm';
import type { Database, Transaction } from '../db/client.ts';
import { networks, partners } from '../db/schema/networks.ts';
import { memberships } from '../db/schema/people.ts';

/**
 * What everybody knows of where somebody belongs, and guesses first: the names of their networks and of all cities in these, in
 * every language, with the short names that addresses and marks have.
 * @param of somebody, or the network that somebody is about to come into
 */
export async function namesAround(db: Database | Transaction, of: { person: string } | { network: string }): Promise<string[]> {
	const within =
		'network' in of
			? eq(networks.id, of.network)
			: sql`${networks.id} in (select ${memberships.networkId} from ${memberships} where ${memberships.personId} = ${of.person})`;
	const rows = await db
		.select({
			network: networks.name,
			address: networks.slug,
			city: partners.name,
			slug: partners.slug,
			code: partners.code,
			letters: partners.letters
		})
		.from(networks)
		.leftJoin(partners, eq(partners.networkId, networks.id))
		.where(within);
	const names = rows.flatMap(({ network, address, city, slug, code, letters }) => [
		network,
		address,
		...Object.values(city ?? {}),
		slug,
		code,
		letters
	]);
	return [...new Set(names.filter((name) => name !== null && name !== undefined))];
}
