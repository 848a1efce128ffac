import { facets, notTold, valuesOf, type Facet, type OwnValues } from '#lib/model/practices/facets.ts';
import type { PracticesListed } from '#lib/model/practices/listed.ts';
import type { Choice } from '#lib/model/practices/list-address.ts';

export interface FacetOption {
	value: string;
	n: number;
	chosen: boolean;
}

/** More tags nobody looks through: those that most entries have stand there, and what is chosen. */
const mostTags = 15;
/** Of these values only those that some entry has are offered: there are many, or the entries bring them. */
const onlyFound: readonly Facet[] = ['country', 'period', 'lang', 'tag', 'form', 'bookmarked', 'stage'];

/** The values of a facet that can be chosen, in their order, with how many entries one would get. */
export function optionsOf(
	facet: Facet,
	{ counts, choice, own }: { counts: PracticesListed['counts']; choice: Choice; own: OwnValues }
): FacetOption[] {
	const counted = new Map(counts[facet].map(({ value, n }) => [value, n]));
	const chosen = choice[facet];
	const known = valuesOf(facet, own);
	const values = known ?? [...new Set([...counted.keys(), ...chosen])].sort(facet === 'tag' ? mostFirst(counted) : undefined);
	const options = values.map((value) => ({ value, n: counted.get(value) ?? 0, chosen: chosen.includes(value) }));
	const offered = onlyFound.includes(facet) ? options.filter((option) => option.n > 0 || option.chosen) : options;
	// Where no city has taken up anything yet, there is nothing to choose.
	if (facet === 'stage' && offered.every(({ value, chosen }) => value === notTold && !chosen)) return [];
	return facet === 'tag' ? offered.filter((option, n) => n < mostTags || option.chosen) : offered;
}

function mostFirst(counted: Map<string, number>): (a: string, b: string) => number {
	return (a, b) => (counted.get(b) ?? 0) - (counted.get(a) ?? 0) || (a < b ? -1 : 1);
}

/** Every chosen value, facet by facet. */
export function chosenIn(choice: Choice): { facet: Facet; value: string }[] {
	return facets.flatMap((facet) => choice[facet].map((value) => ({ facet, value })));
}
