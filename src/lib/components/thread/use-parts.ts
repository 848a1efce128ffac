import { getContext, type Snippet } from 'svelte';
import type { Post } from '#lib/model/threads/posts.ts';
import type { Failed } from './PostForm.svelte';

/** The parts of a subject that a discussion can be about, as `WithParts` gives them to all that stands in it. */
export interface Parts {
	/** Above the words of a message: which part it is about, if any. */
	line: Snippet<[string | undefined]>;
	/** Above the place to write: which part that will be about. */
	writing: Snippet<[Failed | null, string, string]>;
	/** Key of the part that is written about, where it is no answer; it is done with by that. */
	said(answered: Post | undefined): string | undefined;
	/** What is written is about this part, or the whole. */
	take(about: string | undefined): void;
}

/** Undefined where a discussion is about the whole of its subject. */
export function useParts(): Parts | undefined {
	return getContext('parts');
}
