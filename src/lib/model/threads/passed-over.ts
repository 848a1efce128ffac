import { countsFor } from './counts-for.ts';
import type { Post } from './posts.ts';
import { has, single, union, without, type Range, type Ranges } from './ranges.ts';
import type { ReadState } from './read-state.ts';
import type { Thread } from './thread.ts';

/** A window of a thread as far as it tells what was passed over in it. */
export type Passed = Pick<Thread, 'posts' | 'later' | 'elsewhere' | 'untold' | 'folded'>;

/** So many of a kind are listed at most: beyond them nothing is known. */
const mostListed = 100;

/**
 * What somebody is done with who looks at a place in this window, besides what stood on screen: what they jumped over,
 * and between it what nobody has to read, which counts as read so that no holes remain.
 * @param missing what they have not come to yet: it stands further down, was folded away, or came since
 * @param before what was read and jumped over so far, what stands on screen included
 */
export function passedOver(thread: Passed, reader: string | undefined, missing: Ranges, before: ReadState): ReadState {
	const { posts, elsewhere, untold = Infinity } = thread;
	const beginnings = posts.filter(({ root }) => root === null);
	const start = beginnings[0]?.seq ?? 1;
	const end = Math.max(0, ...(thread.later ? beginnings : posts).map(({ seq }) => seq));
	const known = single(posts.map(({ seq }) => seq));
	const shown = posts.filter(({ seq }) => seq >= untold && seq <= end).map(({ seq }) => seq);
	const unknown = stretchesNotListed(thread);
	const passed = without(union(without([[1, Math.min(end, untold - 1)]], without(unknown, known)), single(shown)), missing);

	const inNoNeed = single(posts.filter((post) => !countsFor(reader, post) && has(passed, post.seq)).map(({ seq }) => seq));
	const perhapsSaid = union(
		[[1, start - 1]],
		single(elsewhere.map(({ seq }) => seq)),
		[[elsewhere[mostListed - 1]?.seq ?? Infinity, Infinity]],
		thread.folded ? [] : foldedStretches(posts)
	);
	const read = union(before.read, inNoNeed, without(passed, union(known, perhapsSaid, before.jumped)));
	return { read, jumped: without(union(before.jumped, passed), read) };
}

/** Where answers are folded away: between the beginning of a discussion and the first of its answers that is there. */
function foldedStretches(posts: readonly Post[]): Range[] {
	return posts
		.filter(({ root, replies }) => root === null && replies > 0)
		.flatMap(({ seq, replies }) => {
			const answers = posts.filter(({ root }) => root === seq);
			return answers.length < replies ? [[seq + 1, (answers[0]?.seq ?? Infinity) - 1] satisfies Range] : [];
		});
}

/** Of a discussion with many new answers folded away only the first are listed: what comes after them is left open. */
function stretchesNotListed({ posts, folded }: Passed): Ranges {
	const full = (folded ?? []).filter(({ unread }) => unread.length >= mostListed);
	if (full.length === 0) return [];
	const stretches = foldedStretches(posts);
	return full.flatMap(({ root, unread }) =>
		stretches.filter(([from]) => from === root + 1).map(([, to]): Range => [(unread.at(-1) ?? root) + 1, to])
	);
}
