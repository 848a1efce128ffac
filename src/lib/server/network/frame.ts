import { createHash } from 'node:crypto';
import { asc, eq } from 'drizzle-orm';
import type { Actor } from '#lib/model/access/actor.ts';
import { spoken } from '#lib/model/localized.ts';
import type { NetworkTag } from '#lib/model/network/network.ts';
import { foremost, type CityTag } from '#lib/model/people/tags.ts';
import type { Database } from '../db/client.ts';
import { networks, partners } from '../db/schema/networks.ts';
import { memoPer } from '../platform/memo.ts';
import { ttlCache } from '../platform/ttl-cache.ts';
import type { Services } from '../services.ts';
import { citySheet } from './city-sheet.ts';

/** What every page says of the network it belongs to. */
export interface Frame {
	network: NetworkTag | null;
	cities: CityTag[];
	/** Where the stylesheet of the cities' marks is; changes whenever a mark does. */
	marks: string | null;
}

/**
 * The frame of the actor's own network. Visitors stand before the door of the first one: its name,
 * its cities and its funding line are the sign beside the door.
 */
export async function networkFrame(db: Database, actor: Actor, locale: string): Promise<Frame> {
	const own = networkOf(actor);
	const [network] = await db
		.select()
		.from(networks)
		.where(own ? eq(networks.id, own) : undefined)
		.orderBy(asc(networks.createdAt), asc(networks.id))
		.limit(1);
	if (!network) return { network: null, cities: [], marks: null };
	const cities = await db.select().from(partners).where(eq(partners.networkId, network.id)).orderBy(asc(partners.position));
	return {
		network: {
			slug: network.slug,
			name: network.name,
			motto: spoken(network.motto, locale),
			fundingLine: spoken(network.fundingLine, locale)
		},
		cities: cities.map((city) => ({
			code: city.code,
			slug: city.slug,
			name: spoken(city.name, locale),
			letters: city.letters,
			country: city.country,
			timeZone: city.timeZone,
			language: city.language,
			position: city.position
		})),
		marks: `/cities.css?network=${network.slug}&v=${version(citySheet(cities))}`
	};
}

const framesOf = memoPer((_: Services) => ttlCache<Frame>(2000));

/** The frame as it was a moment ago at most: every page needs it, and it hardly ever changes. */
export function recentFrame(services: Services, actor: Actor, locale: string): Promise<Frame> {
	return framesOf(services)(`${locale} ${networkOf(actor)}`, () => networkFrame(services.db, actor, locale));
}

function networkOf(actor: Actor): string | undefined {
	return actor.kind === 'person' ? foremost(actor.memberships)?.network : undefined;
}

/** The sheet of the marks of a network's cities; empty for a network that is not there. */
export async function citySheetOf(db: Database, slug: string): Promise<string> {
	const cities = await db
		.select({
			code: partners.code,
			shape: partners.shape,
			fill: partners.fill,
			edge: partners.edge,
			edgeDark: partners.edgeDark,
			ink: partners.ink
		})
		.from(partners)
		.innerJoin(networks, eq(networks.id, partners.networkId))
		.where(eq(networks.slug, slug))
		.orderBy(asc(partners.position));
	return citySheet(cities);
}

function version(sheet: string): string {
	return createHash('sha256').update(sheet).digest('base64url').slice(0, 12);
}
