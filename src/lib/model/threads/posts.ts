import type { Doc } from '../documents/doc.ts';
import type { AttachedFile } from '../files/attached.ts';
import type { Reaction, ReactionKind, Reactor } from './reactions.ts';
import type { PersonTag } from '../people/tags.ts';

/** A post as every reader sees it; `seq` is its place in the thread's stream. */
export interface Post {
	id: string;
	seq: number;
	/** Place of the post that begins the discussion this one answers in; null when it begins one itself. */
	root: number | null;
	/** How many answers it has, those included that were taken away; 0 for an answer. */
	replies: number;
	author: PersonTag;
	/** When it was posted, ISO. */
	at: string;
	/** Language of the text (BCP 47). */
	lang: string;
	/** Counts from 1 with every edit. */
	revision: number;
	editedAt: string | null;
	deletedAt: string | null;
	/** When the lead partner hid it; the text is kept for the author and the lead partner. */
	hiddenAt: string | null;
	/** In the order in which a kind was first set. */
	reactions: Reaction[];
	/** Null when deleted or hidden, or when the text was too large for the event and is still to be fetched. */
	doc: Doc | null;
	/** What is attached; absent when nothing is, and where there is no text. */
	files?: AttachedFile[] | undefined;
	/** Key of the part of its subject that the discussion is about which it begins; absent when it is about the whole. */
	about?: string | undefined;
}

export type PostState = 'posted' | 'deleted' | 'hidden';

export function stateOf({ deletedAt, hiddenAt }: Pick<Post, 'deletedAt' | 'hiddenAt'>): PostState {
	if (deletedAt !== null) return 'deleted';
	return hiddenAt === null ? 'posted' : 'hidden';
}

/** Why a post is hidden, and what it says: for its author and the lead partner alone. */
export interface HiddenText {
	id: string;
	doc: Doc;
	files?: AttachedFile[] | undefined;
	lang: string;
	reason: string;
	/** Name of the person who hid it. */
	by: string;
}

/** What somebody wrote, as it travels in the event; the rest of a post follows from it. */
export interface Posted {
	id: string;
	root: number | null;
	author: PersonTag;
	at: string;
	lang: string;
	doc: Doc | null;
	files?: AttachedFile[] | undefined;
	about?: string | undefined;
}

/** What the events of a thread carry. */
export interface ThreadEvents {
	'post.posted': Posted;
	'post.edited': { id: string; doc: Doc | null; files?: AttachedFile[] | undefined; lang: string; revision: number; editedAt: string };
	'post.deleted': { id: string; deletedAt: string };
	'post.hidden': { id: string; hiddenAt: string };
	'post.restored': { id: string; doc: Doc | null; files?: AttachedFile[] | undefined };
	'post.reacted': { id: string; kind: ReactionKind; by: Reactor; on: boolean };
	/** To what the thread hangs on. */
	'subject.reacted': { kind: ReactionKind; by: Reactor; on: boolean };
	/** The groups that may hear the stream from here on. */
	'audience.changed': { audience: string[] };
}

declare module '../events.ts' {
	interface Events extends ThreadEvents {}
}

/** A post as it stands the moment it is posted. */
export function newPost(seq: number, { id, root, author, at, lang, doc, files, about }: Posted): Post {
	return {
		id,
		seq,
		root,
		replies: 0,
		author,
		at,
		lang,
		revision: 1,
		editedAt: null,
		deletedAt: null,
		hiddenAt: null,
		reactions: [],
		doc,
		...(files && { files }),
		...(about && { about })
	};
}
