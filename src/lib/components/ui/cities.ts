import { page } from '$app/state';
import type { CityTag } from '#lib/model/people/tags.ts';

/** The city with this code as the reader's page knows it. */
export function cityOf(code: string | null | undefined): CityTag | undefined {
	return code ? page.data.cities?.find((city) => city.code === code) : undefined;
}
