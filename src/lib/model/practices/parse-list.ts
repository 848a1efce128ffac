import { longestQuery } from '../search/query.ts';
import { facets, isValueOf, type Facet, type OwnValues } from './facets.ts';
import { listSorts, listViews, noChoice, usualSort, type Choice, type ListSort, type ListView, type PracticeList } from './list-address.ts';

/** Parameters that are read, values of one facet that are kept, and ignored ones that are told. */
const [mostRead, mostChosen, mostTold] = [500, 40, 5];
/** Of a page's continuation. */
const mostPages = 400;

export interface IgnoredValue {
	name: string;
	value: string;
}

export interface ReadList {
	list: PracticeList;
	/** What is known by no such value, or is too much: it is told, and otherwise as if it were not there. */
	ignored: IgnoredValue[];
}

/** What an address of the list asks for; nothing in it can fail, and parameters of others are passed over. */
export function parseList(params: URLSearchParams, own: OwnValues): ReadList {
	const choice = noChoice();
	const ignored: IgnoredValue[] = [];
	const ignore = (name: string, value: string) => {
		if (ignored.length < mostTold) ignored.push({ name, value: shortened(value) });
	};
	const single = new Map<string, string>();
	let read = 0;
	for (const [name, value] of params) {
		if ((read += 1) > mostRead) break;
		if (isFacet(name)) choose(choice, name, value, own, ignore);
		else if (!single.has(name)) single.set(name, value);
	}
	const q = (single.get('q') ?? '').slice(0, longestQuery).trim();
	const one = <Value extends string>(name: string, among: readonly Value[], usual: Value): Value => {
		const value = single.get(name);
		if (value === undefined || value === '') return usual;
		const known = among.find((each) => each === value);
		if (known === undefined) ignore(name, value);
		return known ?? usual;
	};
	const sorts: readonly ListSort[] = q === '' ? listSorts : ['best', ...listSorts];
	// With no words there is nothing to answer best: an order that came along with them is no mistake.
	if (q === '' && single.get('sort') === 'best') single.delete('sort');
	const sort = one<ListSort>('sort', sorts, usualSort(q));
	const view = one<ListView>('view', listViews, 'cards');
	return { list: { q, choice, sort, view, page: pageOf(single.get('page'), ignore) }, ignored };
}

function isFacet(name: string): name is Facet {
	return (facets as readonly string[]).includes(name);
}

function choose(choice: Choice, facet: Facet, value: string, own: OwnValues, ignore: (name: string, value: string) => void): void {
	if (value === '' || choice[facet].includes(value)) return;
	if (choice[facet].length < mostChosen && isValueOf(facet, value, own)) choice[facet].push(value);
	else ignore(facet, value);
}

function pageOf(value: string | undefined, ignore: (name: string, value: string) => void): number {
	if (value === undefined || value === '') return 1;
	const page = /^\d{1,3}$/.test(value) ? Number(value) : 0;
	if (page >= 1 && page <= mostPages) return page;
	ignore('page', value);
	return 1;
}

function shortened(value: string): string {
	return value.length > 60 ? `${value.slice(0, 59)}…` : value;
}
