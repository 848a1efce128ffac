import type { OnceCommand, Placed } from '#lib/model/command.ts';

/** A note that a city, or some people by name, talk about among themselves. */
export interface Memo {
	id: string;
	network: string;
	/** Code of the city that keeps it. */
	city: string;
	title: string;
	authorId: string;
	stream: string;
	/** The day on which its audience is reminded of it, yyyy-mm-dd. */
	remindOn: string | null;
}

/** What of a memo a discussion can be about. */
export const memoParts = ['title', 'day'] as const;

export interface MemoEvents {
	'memo.written': Pick<Memo, 'id' | 'network' | 'city' | 'title' | 'remindOn'>;
	'memo.renamed': Pick<Memo, 'id' | 'title'>;
	'memo.dated': Pick<Memo, 'id' | 'remindOn'>;
}

export interface MemoCommands {
	/** `people` hear of it besides those of the city. */
	writeMemo: OnceCommand<Pick<Memo, 'network' | 'city' | 'title' | 'remindOn'> & { people: string[] }, Placed & { stream: string }>;
	renameMemo: OnceCommand<Pick<Memo, 'id' | 'title'>, Placed>;
	/** Says on which day people are reminded of it, or that they are not. */
	dateMemo: OnceCommand<Pick<Memo, 'id' | 'remindOn'>, Placed>;
	/** Takes that day away, as a lead does. */
	silenceMemo: OnceCommand<Pick<Memo, 'id'> & { reason: string }, Placed>;
	/** From now on these people hear of it besides those of the city. */
	shareMemo: OnceCommand<Pick<Memo, 'id'> & { people: string[] }, Placed>;
	/** Sends it by email to the one who asks. */
	mailMemo: OnceCommand<Pick<Memo, 'id'>, Pick<Memo, 'id'>>;
}

/** What is told of memos that were found. */
export interface MemosFound {
	memo: { city: string };
}

/** What memos put on a desk: those that the person may read, the newest first. */
export interface MemosOnDesk {
	memos: { id: string; title: string; href: string }[];
}

/** What memos say on the page of a city: those that it keeps and the reader may read, the newest first. */
export interface MemosOfCity {
	memos: { id: string; title: string; href: string }[];
}

/** What leads are told of a memo that was moderated. */
export interface ModeratedMemos {
	memo: { title: string; href: string };
}

declare module '#lib/model/events.ts' {
	interface Events extends MemoEvents {}
}
declare module '#lib/model/commands.ts' {
	interface Commands extends MemoCommands {}
}
declare module '#lib/model/search/results.ts' {
	interface FoundByKind extends MemosFound {}
}
declare module '#lib/model/desk/panels.ts' {
	interface DeskPanels extends MemosOnDesk {}
}
declare module '#lib/model/moderation/moderation.ts' {
	interface ModeratedByKind extends ModeratedMemos {}
}
declare module '#lib/model/network/city-sections.ts' {
	interface CitySections extends MemosOfCity {}
}
