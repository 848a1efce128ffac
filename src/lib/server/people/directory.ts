import { and, asc, eq } from 'drizzle-orm';
import type { Actor } from '#lib/model/access/actor.ts';
import type { Directory, PartnerEntry } from '#lib/model/people/directory.ts';
import { authorize } from '../access/authorize.ts';
import { partners } from '../db/schema/networks.ts';
import { NotFound } from '../platform/errors.ts';
import type { Services } from '../services.ts';
import { homeNetwork } from '../access/home.ts';
import { membersOf } from './members.ts';

const columns = {
	code: partners.code,
	organisation: partners.organisation,
	population: partners.population,
	leads: partners.leads
};

/**
 * The partner cities in the network's order with their people, and those of no city.
 * @throws Forbidden for anybody outside
 */
export async function directory(services: Services, actor: Actor): Promise<Directory> {
	const network = homeNetwork(actor);
	authorize(actor, 'network.read', { network });
	const [cities, members] = await Promise.all([
		services.db.select(columns).from(partners).where(eq(partners.networkId, network)).orderBy(asc(partners.position)),
		membersOf(services, actor, network)
	]);
	const of = (city: string | null) => members.filter((member) => member.city === city);
	return {
		partners: cities.map((city) => ({ ...city, people: of(city.code) })),
		experts: of(null).filter(({ role }) => role === 'expert'),
		readers: of(null).filter(({ role }) => role !== 'expert')
	};
}

/**
 * One partner city with its people.
 * @throws NotFound, Forbidden
 */
export async function findPartner(services: Services, actor: Actor, slug: string): Promise<PartnerEntry> {
	const network = homeNetwork(actor);
	authorize(actor, 'network.read', { network });
	if (!/^[a-z\d-]{1,80}$/.test(slug)) throw new NotFound();
	const [[city], members] = await Promise.all([
		services.db
			.select(columns)
			.from(partners)
			.where(and(eq(partners.networkId, network), eq(partners.slug, slug))),
		membersOf(services, actor, network)
	]);
	if (!city) throw new NotFound();
	return { ...city, people: members.filter((member) => member.city === city.code) };
}
