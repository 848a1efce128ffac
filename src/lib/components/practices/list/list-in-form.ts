import { facets } from '#lib/model/practices/facets.ts';
import type { Choice, ListSort, ListView, PracticeList } from '#lib/model/practices/list-address.ts';
import { usualSort } from '#lib/model/practices/list-address.ts';

/** What the form of the list says now: the same that it would send without a script. From the beginning of the list. */
export function listInForm(form: HTMLFormElement): PracticeList {
	const said = new FormData(form);
	const q = text(said.get('q')).trim();
	const choice = Object.fromEntries(facets.map((facet) => [facet, said.getAll(facet).map(text)])) as Choice;
	const sort = (text(said.get('sort')) || usualSort(q)) as ListSort;
	const view = (text(said.get('view')) || 'cards') as ListView;
	return { q, choice, sort, view, page: 1 };
}

function text(value: FormDataEntryValue | null): string {
	return typeof value === 'string' ? value : '';
}
