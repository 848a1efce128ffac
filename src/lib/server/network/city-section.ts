import type { Actor } from '#lib/model/access/actor.ts';
import type { CitySections, SectionName } from '#lib/model/network/city-sections.ts';
import { slot } from '../platform/slot.ts';
import type { Services } from '../services.ts';

interface CityShown {
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

export async function openCitySections(services: Services, actor: Actor, shown: CityShown): Promise<Partial<CitySections>> {
	const sections = citySections.get().map(async ({ name, open }) => [name, await open(services, actor, shown)] as const);
	return Object.fromEntries(await Promise.all(sections));
}
