import type { CommandMessage, CommandName, CommandResult } from './commands.ts';
import type { Envelope } from './events.ts';
import type { PersonTag } from './people/tags.ts';
import type { Problem } from './problem.ts';

/**
 * Bytes of one message to the server. Above the largest document that the schema allows: 10,000 nodes with all their marks
 * are 1.1 MB, their text and addresses at most 0.3 MB more.
 */
export const largestMessage = 1_500_000;

/** Why a socket's message was not done; `code` is one of the domain errors' codes, or `failed`. */
export interface Refusal extends Omit<Problem, 'suspension'> {
	/** What a conflicting write found there. */
	current?: unknown;
}

export type Answer<Result> = { ok: Result } | { refused: Refusal };

/** What a reader gets on following a stream: all that was missed, or the word that it is too much. */
export type Followed = { events: Envelope[] } | { tooFar: true };

/** `Followed` as one text: encoded once for all who come back from the same place. */
export interface Packed {
	json: string;
}

/** Who follows a stream now: everybody counted, the first of them by name. */
export interface Here {
	stream: string;
	count: number;
	people: PersonTag[];
}

/** Who is writing in a stream now; nobody is said by an empty list. */
export interface NowWriting {
	stream: string;
	/** In its thread. */
	people: PersonTag[];
	/** In parts of what the stream speaks of, for instance in sections of a plan. */
	at?: { about: string; person: PersonTag }[];
}

/** By the stream they stand in: how many posts are not read yet, and the last event that was counted; 100 stands for more. */
export type UnreadCounts = Record<string, [count: number, seq: number]>;

/** What was said in a stream that this reader may read and does not follow: numbers of the events, and who said it. */
export interface Activity {
	stream: string;
	said: [seq: number, actor: string | null][];
}

export interface ServerToClient {
	/** What was recorded together comes together. */
	event(...envelopes: Envelope[]): void;
	here(here: Here): void;
	writing(writing: NowWriting): void;
	activity(...activities: Activity[]): void;
	/** Counts of unread posts went down, or are no longer sure: worth asking for anew, within so many milliseconds. */
	recount(within: number): void;
	/** The page was made for somebody with other access than there is now: worth loading anew, within so many milliseconds. */
	outdated(within: number): void;
}

export interface ClientToServer {
	/** Without `packed` the answer is `Followed` itself, as pages expect it that were loaded before there was the other. */
	follow(input: { stream: string; seq: number; packed: true }, answer: (answer: Answer<Packed>) => void): void;
	leave(input: { stream: string }): void;
	/** Said now and then while somebody writes; of who stops, nothing more is heard. */
	writing(input: { stream: string; about?: string }): void;
	unread(input: Record<string, never>, answer: (answer: Answer<UnreadCounts>) => void): void;
	/** Refused as `other_person` when it is not by who sits at this line. */
	command(message: CommandMessage, answer: (answer: Answer<CommandResult<CommandName>>) => void): void;
}
