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
}

export interface MemoEvents {
	'memo.written': { id: string; title: string };
	'memo.renamed': { id: string; title: string };
	'memo.shared': { id: string };
}

export interface MemoCommands {
	/** `people` hear of it besides those of the city. */
	writeMemo: OnceCommand<{ network: string; city: string; title: string; people: string[] }, Placed & { stream: string }>;
	renameMemo: OnceCommand<{ id: string; title: string }, Placed>;
	/** From now on these people hear of it besides those of the city. */
	shareMemo: OnceCommand<{ id: string; people: string[] }, Placed>;
}

/** What is told of memos that were found. */
export interface MemosFound {
	memo: { city: string };
}

/** What memos put on a desk: those that the person may read, the newest first. */
export interface MemosOnDesk {
	memos: { id: string; title: string; href: string }[];
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
