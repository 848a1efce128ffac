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

/** What the events of an inbox carry; `unread` is by how many they change the number of what is neither read nor done. */
export interface InboxEvents {
	'notification.arrived': { entry: Omit<Entry, 'arrived'>; unread: number };
	'notification.read': { ids: string[]; unread: number };
	/** What goes from one part of the inbox to the other travels whole, because a page that shows one knows nothing of the other. */
	'notification.done': { entries: Entry[]; unread: number };
	'notification.undone': { entries: Entry[]; unread: number };
	/** What there is to read of these is another than before: edited, hidden, shown again or gone. */
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
