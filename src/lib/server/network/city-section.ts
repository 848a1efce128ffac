import type { Actor } from '#lib/model/access/actor.ts';
import type { CitySections, SectionName } from '#lib/model/network/city-sections.ts';
import { homeNetwork } from '../access/home.ts';
import { slot } from '../platform/slot.ts';
import type { Services } from '../services.ts';

interface CityShown {
	/** The network at whose desk the reader sits: cities of others may have the same code. */
	network: string;
	/** Its code. */
	city: string;
	locale: string;
}

/** What a noun says on the page of a city, as far as this actor may read it. */
export interface CitySection<Name extends SectionName = SectionName> {
	name: Name;
	open(services: Services, actor: Actor, shown: CityShown): Promise<CitySections[Name]>;
}

/** Everything that the page of a city says besides the city itself. */
export const citySections = slot<readonly CitySection[]>('city sections');

/** @throws Forbidden for people who belong to no network */
export async function openCitySections(
	services: Services,
	actor: Actor,
	shown: Omit<CityShown, 'network'>
): Promise<Partial<CitySections>> {
	const network = homeNetwork(actor);
	const sections = citySections.get().map(async ({ name, open }) => [name, await open(services, actor, { network, ...shown })] as const);
	return Object.fromEntries(await Promise.all(sections));
}
