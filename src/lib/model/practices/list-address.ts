import { facets, type Facet } from './facets.ts';

export const listSorts = ['newest', 'title', 'complete', 'adopted'] as const;
/** `best`: what answers the words best, where words are looked for. */
export type ListSort = (typeof listSorts)[number] | 'best';
export const listViews = ['cards', 'table'] as const;
export type ListView = (typeof listViews)[number];

export type Choice = Record<Facet, string[]>;

/** What an address of the list asks for. */
export interface PracticeList {
	/** Words, as they stand in the box. */
	q: string;
	choice: Choice;
	sort: ListSort;
	view: ListView;
	/** How many times more was wanted, from 1. */
	page: number;
}

export function noChoice(): Choice {
	return Object.fromEntries(facets.map((facet) => [facet, []])) as unknown as Choice;
}

/** The order where none is chosen. */
export function usualSort(q: string): ListSort {
	return q === '' ? 'newest' : 'best';
}

export type WantedList = Partial<Omit<PracticeList, 'choice'>> & { choice?: Partial<Choice> };

/** What a filtered list is asked by, in a fixed order; what is as always is left away. */
export function listParams({ q = '', choice = {}, sort, view, page }: WantedList): URLSearchParams {
	const params = new URLSearchParams();
	if (q !== '') params.set('q', q);
	for (const facet of facets) for (const value of choice[facet] ?? []) params.append(facet, value);
	// Without words there is no best answer.
	if (sort && sort !== usualSort(q) && !(q === '' && sort === 'best')) params.set('sort', sort);
	if (view && view !== 'cards') params.set('view', view);
	if (page && page > 1) params.set('page', String(page));
	return params;
}

/** The address of the filtered list: every value of an entry leads there. `{ choice: { city: ['da'] } }` */
export function listAddress(wanted: WantedList): string {
	const said = String(listParams(wanted));
	return said === '' ? '/practices' : `/practices?${said}`;
}

/** The same list with one value more, or without it where it was chosen; from its beginning. */
export function toggled({ choice, ...list }: PracticeList, facet: Facet, value: string): PracticeList {
	const chosen = choice[facet];
	const values = chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value];
	return { ...list, choice: { ...choice, [facet]: values }, page: 1 };
}
