import type { Kind } from '#lib/model/search/kinds.ts';
import type { SearchPart, SearchParts } from '../noun.ts';
import { screenNouns } from '../nouns.ts';

/** What every noun brings to the search. */
export async function fetchSearchParts(): Promise<SearchParts> {
	const brought = await Promise.all(screenNouns.flatMap(({ search }) => (search ? [search()] : [])));
	return Object.assign({}, ...brought.map((one) => one.default));
}

/** The part of a kind, seen as one that takes any; nothing where no noun brings it. */
export function searchPartOf(parts: SearchParts, kind: Kind): SearchPart | undefined {
	return parts[kind] as SearchPart | undefined;
}
