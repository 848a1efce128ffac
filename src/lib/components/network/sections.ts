import type { Component } from 'svelte';
import type { CitySections, SectionName } from '#lib/model/network/city-sections.ts';
import { nouns } from '../nouns.ts';

/** How what a noun says of a city is shown on its page. */
export interface CityPart<Name extends SectionName = SectionName> {
	name: Name;
	Section: Component<{ section: CitySections[Name] }>;
}

/** What every noun brings to the page of a city. */
export async function fetchCityParts(): Promise<CityPart[]> {
	const brought = await Promise.all(nouns.flatMap(({ city }) => (city ? [city()] : [])));
	return brought.map(({ cityPart }) => cityPart as CityPart);
}
