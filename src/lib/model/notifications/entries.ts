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

/** What the events of an inbox carry; `waiting` is by how many they change the number of what waits. */
export interface InboxEvents {
	/** `done` where somebody was done with it before they were told. */
	'notification.arrived': { entry: Omit<Entry, 'arrived'>; done: boolean; waiting: number };
	'notification.read': { ids: string[] };
	/** What goes from one part of the inbox to the other travels whole, because a page that shows one knows nothing of the other. */
	'notification.done': { entries: Entry[]; waiting: number };
	'notification.undone': { entries: Entry[]; waiting: number };
	/** What told of them was taken back: edited out, hidden or deleted. */
	'notification.withdrawn': { ids: string[]; waiting: number };
	/** They stand so now: shown again, or there for another reason. `done` names those of them that are done. */
	'notification.changed': { entries: Entry[]; done: string[]; waiting: number };
	/** What there is to read of these is another than before. */
	'notification.revised': { ids: string[] };
}

declare module '../events.ts' {
	interface Events extends InboxEvents {}
}

/** Entries that one event carries at most. */
export const mostEntries = 40;

/** The stream that only this person hears. */
export function streamOfPerson(id: string): string {
	return `user:${id}`;
}
