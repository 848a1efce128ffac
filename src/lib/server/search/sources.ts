import type { Kind } from '#lib/model/search/kinds.ts';
import { cities } from './kinds/cities.ts';
import { files } from './kinds/files.ts';
import { meetings } from './kinds/meetings.ts';
import { people } from './kinds/people.ts';
import { posts } from './kinds/posts.ts';
import type { SearchSource } from './source.ts';

/** Everything that can be found. A new kind is named in `model/search/kinds.ts` and registers here. */
export const sources: readonly SearchSource[] = [meetings, posts, files, people, cities];

export function sourceOf(kind: Kind): SearchSource {
	const source = sources.find((one) => one.kind === kind);
	if (!source) throw new Error(`Nothing registers as ${kind}`);
	return source;
}
