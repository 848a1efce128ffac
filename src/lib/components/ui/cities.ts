import type { CityTag } from '#lib/model/people/tags.ts';
import { useReader } from './reader.svelte.ts';

/** Finds a city by its code. */
export type CityOf = (code: string | null | undefined) => CityTag | undefined;

/** Finds cities as the reader's page knows them. Called while a component is made. */
export function useCities(): CityOf {
	const reader = useReader();
	return (code) => (code ? reader.cities.find((city) => city.code === code) : undefined);
}
