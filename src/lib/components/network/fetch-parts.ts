import type { CityPart } from '../noun.ts';
import { screenNouns } from '../nouns.ts';

/** What every noun brings to the page of a city. */
export async function fetchCityParts(): Promise<CityPart[]> {
	const brought = await Promise.all(screenNouns.flatMap(({ city }) => (city ? [city()] : [])));
	return brought.map((one) => one.default as CityPart);
}
