import type { Envelope } from './events.ts';

/** Why a socket's message was not done; `code` is one of the domain errors' codes, or `failed`. */
export interface Refusal {
	code: string;
	issues?: { field: string; code: string }[];
	reason?: string;
	current?: unknown;
	retryAfter?: number;
}

export type Answer<Result> = { ok: Result } | { refused: Refusal };

/** What a reader gets on following a stream: all that was missed, or the word that it is too much. */
export type Followed = { events: Envelope[] } | { tooFar: true };

export interface ServerToClient {
	event(envelope: Envelope): void;
}

export interface ClientToServer {
	follow(input: { stream: string; seq: number }, answer: (answer: Answer<Followed>) => void): void;
	leave(input: { stream: string }): void;
	command(
		input: { name: string; input: unknown },
		answer: (answer: Answer<unknown>) => void
	): void;
}
