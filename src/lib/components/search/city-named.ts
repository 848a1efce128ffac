import { bare } from '#lib/model/search/words.ts';
import type { CityTag } from '#lib/model/people/tags.ts';

/** The city that somebody calls so: by its name, the beginning of it, or its short name. */
export function cityNamed(value: string | undefined, cities: readonly CityTag[]): CityTag | undefined {
	if (!value) return undefined;
	const asked = bare(value);
	return (
		cities.find(({ code, slug, name }) => [code, slug, name].some((one) => bare(one) === asked)) ??
		cities.find(({ name }) => bare(name).startsWith(asked))
	);
}
