import { nouns } from '../nouns.ts';
import type { SearchParts } from './parts.ts';

/** What every noun brings to the search. */
export async function fetchSearchParts(): Promise<SearchParts> {
	const brought = await Promise.all(nouns.flatMap(({ search }) => (search ? [search()] : [])));
	return Object.assign({}, ...brought.map(({ searchParts }) => searchParts));
}
