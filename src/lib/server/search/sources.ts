import type { Kind } from '#lib/model/search/kinds.ts';
import { slot } from '../platform/slot.ts';
import type { SearchSource } from './source.ts';

/** Everything that can be found, each kind by the noun that knows it. */
export const searchSources = slot<readonly SearchSource[]>('search sources');

export function sourceOf(kind: Kind): SearchSource {
	const source = searchSources.get().find((one) => one.kind === kind);
	if (!source) throw new Error(`Nothing is found as ${kind}`);
	return source;
}
