import type { ItemKind, NotificationKind } from './kinds.ts';

/** Something that is addressed to a person, as their inbox holds it: ids and states, never a word of what was written. */
export interface Entry {
	id: string;
	kind: NotificationKind;
	item: { kind: ItemKind; id: string };
	/** The place it leads to; 0 is the item as a whole. */
	stream: string;
	seq: number;
	/** Id of the person who did it. */
	actor: string | null;
	/** When it was done, ISO. */
	at: string;
	/** Its place in the inbox: the number of its event in the person's own stream. */
	arrived: number;
	read: boolean;
}

/** `unread` is by how many these change the number of what is neither read nor done. */
interface ArrivedEvent {
	name: 'notification.arrived';
	payload: { entry: Omit<Entry, 'arrived'>; unread: number };
}
interface ReadEvent {
	name: 'notification.read';
	payload: { ids: string[]; unread: number };
}
/** What goes from one part of the inbox to the other travels whole, because a page that shows one knows nothing of the other. */
interface DoneEvent {
	name: 'notification.done';
	payload: { entries: Entry[]; unread: number };
}
interface UndoneEvent {
	name: 'notification.undone';
	payload: { entries: Entry[]; unread: number };
}
/** What there is to read of these is another than before: edited, hidden, shown again or gone. */
interface RevisedEvent {
	name: 'notification.revised';
	payload: { ids: string[] };
}
export type InboxEvent = ArrivedEvent | ReadEvent | DoneEvent | UndoneEvent | RevisedEvent;

/** Entries that one event carries at most. */
export const mostEntries = 40;

/** The stream that only this person hears. */
export function streamOfPerson(id: string): string {
	return `user:${id}`;
}
