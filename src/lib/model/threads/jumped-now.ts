import { countsFor } from './counts-for.ts';
import { mostJumpedCounted, type JumpedOver } from './jumped-over.ts';
import type { Post } from './posts.ts';
import { has } from './ranges.ts';
import type { ReadState } from './read-state.ts';

/** What is jumped over by now, when the page was loaded with this: posts of this window come and go. */
export function jumpedNow(posts: readonly Post[], reader: string | undefined, state: ReadState, loaded: JumpedOver): JumpedOver {
	const others = posts.filter((post) => countsFor(reader, post) && (loaded.since === null || post.at >= loaded.since));
	const now = others.filter(({ seq }) => has(state.jumped, seq));
	const came = now.filter(({ seq }) => !has(loaded.within, seq));
	const went = others.filter(({ seq }) => has(loaded.within, seq) && has(state.read, seq));
	const first = loaded.first && has(state.read, loaded.first.seq) ? null : loaded.first;
	return {
		...loaded,
		count: loaded.count < mostJumpedCounted ? Math.max(0, loaded.count + came.length - went.length) : loaded.count,
		first: [...(first ? [first] : []), ...now].reduce<JumpedOver['first']>((a, b) => (a && a.seq < b.seq ? a : b), null)
	};
}
