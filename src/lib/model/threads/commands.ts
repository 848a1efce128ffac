import type { OnceCommand, Placed, RepeatableCommand } from '../command.ts';
import type { Doc } from '../documents/doc.ts';
import type { AttachedById } from '../files/attached.ts';
import type { Ranges } from './ranges.ts';
import type { ReactionKind } from './reactions.ts';

/** Words, files, or both. */
interface Written {
	doc: Doc;
	/** Language of the text (BCP 47). */
	lang: string;
	/** Left away where there are none, or where they stay as they are. */
	files?: AttachedById[] | undefined;
}

interface Said extends Written {
	/** Place of the post that it answers. */
	replyTo?: number | null | undefined;
	/** Key of the part of the thread's subject that it is about, where it begins a discussion; left away where it is about the whole. */
	about?: string | undefined;
}

/** What of a stream stood on the screen, and what the reader jumped over: first and last number of each range. */
interface ReadRanges {
	stream: string;
	read: Ranges;
	jumped: Ranges;
}

export interface ThreadCommands {
	/** A browser may still keep the older form, which names a meeting by its slug. */
	postMessage: OnceCommand<Said & ({ stream: string } | { slug: string }), Placed>;
	/** `revision` is the one that was being edited. */
	editPost: OnceCommand<Written & { id: string; revision: number }, Placed>;
	deletePost: OnceCommand<{ id: string }, Placed>;
	react: OnceCommand<{ id: string; kind: ReactionKind; on: boolean }, Placed>;
	/** The same to what a thread hangs on. */
	reactToSubject: OnceCommand<{ stream: string; kind: ReactionKind; on: boolean }, Placed>;
	hidePost: OnceCommand<{ id: string; reason: string }, Placed>;
	restorePost: OnceCommand<{ id: string }, Placed>;
	/** A browser may still keep the older form: everything read up to a number. */
	markRead: RepeatableCommand<{ read: (ReadRanges | { stream: string; seq: number })[] }, null>;
}

declare module '../commands.ts' {
	interface Commands extends ThreadCommands {}
}
