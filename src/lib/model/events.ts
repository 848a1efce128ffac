import type { InboxEvent } from './notifications/entries.ts';
import type { PostEvent } from './threads/posts.ts';

/** Every event that a stream can hold, by name. A new one needs its case in the replay test. */
export type DomainEvent = PostEvent | InboxEvent;
export type EventName = DomainEvent['name'];
export const eventNames = [
	'post.posted',
	'post.edited',
	'post.deleted',
	'post.hidden',
	'post.restored',
	'post.reacted',
	'notification.arrived',
	'notification.read',
	'notification.done',
	'notification.undone',
	'notification.revised'
] as const satisfies readonly EventName[];

/** Events that count as something to read. */
export const countable: Record<EventName, boolean> = {
	'post.posted': true,
	'post.edited': false,
	'post.deleted': false,
	'post.hidden': false,
	'post.restored': false,
	'post.reacted': false,
	'notification.arrived': false,
	'notification.read': false,
	'notification.done': false,
	'notification.undone': false,
	'notification.revised': false
};

/** One event on its way to the readers of its stream: encoded once, the same for all of them. */
export type Envelope<E extends DomainEvent = DomainEvent> = E & {
	stream: string;
	seq: number;
	/** Id of the person who did it. */
	actor: string | null;
	/** When it was recorded, ISO. */
	at: string;
};

/** Payloads up to this many bytes travel whole; of larger ones the reader fetches the text. */
export const largestPayload = 16_000;
