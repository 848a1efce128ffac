import type { Doc } from './documents/doc.ts';
import type { PersonTag } from './tags.ts';

/** A post as every reader sees it; `seq` is its place in the thread's stream. */
export interface Post {
	id: string;
	seq: number;
	author: PersonTag;
	/** When it was posted, ISO. */
	at: string;
	/** Language of the text (BCP 47). */
	lang: string;
	/** Counts from 1 with every edit. */
	revision: number;
	editedAt: string | null;
	deletedAt: string | null;
	/** Null when deleted, or when the text was too large for the event and is still to be fetched. */
	doc: Doc | null;
}

export interface PostedEvent {
	name: 'post.posted';
	payload: Omit<Post, 'seq'>;
}
export interface EditedEvent {
	name: 'post.edited';
	payload: { id: string; doc: Doc | null; lang: string; revision: number; editedAt: string };
}
export interface DeletedEvent {
	name: 'post.deleted';
	payload: { id: string; deletedAt: string };
}
export type PostEvent = PostedEvent | EditedEvent | DeletedEvent;
