import type { Envelope } from '../events.ts';
import { Gap } from '../gap.ts';
import { newPost, type Post } from './posts.ts';
import { reacted } from './reactions.ts';
import type { PersonTag } from '../people/tags.ts';

/**
 * A loaded window of a thread, and how far the stream has been applied. A window is made of discussions: posts that
 * begin one, in the order of seq, each with the newest of its answers; earlier answers may be folded away.
 */
export interface Thread {
	stream: string;
	/** The last event of the stream that this state contains. */
	seq: number;
	/** Beginnings and answers, in the order of seq. */
	posts: Post[];
	/** Whether discussions before the first one exist. */
	earlier: boolean;
	/** Whether the window ends before the newest discussion; then new ones do not join it. */
	later: boolean;
	/** Place of the answer with which it ended when it was loaded, where its last discussion goes on after that. */
	within?: number;
	/** Answers in discussions before the window, since the reader's cursor at loading. */
	elsewhere: Elsewhere[];
	/** The first of them that is not told, when there were too many: nothing from it on is jumped over. */
	untold?: number;
	/** What the reader had not read at loading of the answers that were folded away. */
	folded?: Folded[];
}

/** Answers of others in a discussion of the window that were folded away though they are new to the reader. */
export interface Folded {
	root: number;
	/** Their places, the first hundred at most. */
	unread: number[];
}

/** An answer given in a discussion that stands before the window. */
export interface Elsewhere {
	id: string;
	seq: number;
	root: number;
	author: PersonTag;
}

/**
 * The thread after one more event of its stream. Repeated events change nothing.
 * @throws Gap when events between the state and this one are missing
 */
export function apply(thread: Thread, event: Envelope): Thread {
	if (event.seq <= thread.seq) return thread;
	if (event.seq > thread.seq + 1) throw new Gap(`${thread.seq} -> ${event.seq}`);
	return { ...thread, seq: event.seq, ...changed(thread, event) };
}

type Change = Partial<Pick<Thread, 'posts' | 'elsewhere'>>;

function changed(thread: Thread, event: Envelope): Change {
	switch (event.name) {
		case 'post.posted':
			return joined(thread, newPost(event.seq, event.payload));
		case 'post.edited': {
			const { id, ...edit } = event.payload;
			return replaced(thread, id, () => ({ files: undefined, ...edit }));
		}
		case 'post.deleted': {
			const { id, deletedAt } = event.payload;
			return {
				...replaced(thread, id, () => ({ deletedAt, hiddenAt: null, doc: null, files: undefined })),
				...goneElsewhere(thread, id)
			};
		}
		case 'post.hidden': {
			const { id, hiddenAt } = event.payload;
			return { ...replaced(thread, id, () => ({ hiddenAt, doc: null, files: undefined })), ...goneElsewhere(thread, id) };
		}
		case 'post.restored': {
			const { id, doc, files } = event.payload;
			return replaced(thread, id, () => ({ hiddenAt: null, doc, files }));
		}
		case 'post.reacted': {
			const { id, kind, by, on } = event.payload;
			return replaced(thread, id, ({ reactions }) => ({ reactions: reacted(reactions, kind, by, on) }));
		}
		default:
			return {};
	}
}

function joined({ posts, later, elsewhere }: Thread, post: Post): Change {
	const { id, seq, root, author } = post;
	if (root === null) return later ? {} : { posts: [...posts, post] };
	if (!posts.some((one) => one.seq === root)) {
		const before = posts[0] !== undefined && root < posts[0].seq;
		return before ? { elsewhere: [...elsewhere, { id, seq, root, author }] } : {};
	}
	return { posts: [...posts.map((one) => (one.seq === root ? { ...one, replies: one.replies + 1 } : one)), post] };
}

function replaced({ posts }: Thread, id: string, change: (post: Post) => Partial<Post>): Change {
	return { posts: posts.map((post) => (post.id === id ? { ...post, ...change(post) } : post)) };
}

function goneElsewhere({ elsewhere }: Thread, gone: string): Change {
	return elsewhere.some(({ id }) => id === gone) ? { elsewhere: elsewhere.filter(({ id }) => id !== gone) } : {};
}

/** Whether it is more than a page takes in at once: then there are ways through it. */
export function isLongThread({ posts, earlier, later }: Thread): boolean {
	return posts.length > 0 && (earlier || later || posts.length > 20);
}

/** Whether one post stands before another on the page: an answer stands in its discussion, wherever it is in the stream. */
export function standsBefore(a: Post, b: Post): boolean {
	const [first, second] = [a.root ?? a.seq, b.root ?? b.seq];
	return first === second ? a.seq < b.seq : first < second;
}
