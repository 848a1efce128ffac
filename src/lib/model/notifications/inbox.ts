import type { Envelope } from '../events.ts';
import { counted, type Unread } from './count.ts';
import type { Entry } from './entries.ts';

/** What waits in an inbox is all that is not done. */
export const inboxViews = ['waiting', 'done'] as const;
export type InboxView = (typeof inboxViews)[number];

/** A loaded window of an inbox: one view of it, or the part between two places. */
export interface Inbox extends Unread {
	view: InboxView;
	/** The newest first. */
	entries: Entry[];
	/** Below this place there are more; 0 when there are none. */
	from: number;
	/** The place where the window ends; null when it goes up to the newest. */
	upTo: number | null;
}

/**
 * The inbox after one more event of its stream. Repeated events change nothing.
 * @throws Gap as `counted`
 */
export function applyToInbox(inbox: Inbox, event: Envelope): Inbox {
	return event.seq <= inbox.seq ? inbox : { ...counted(inbox, event), entries: changed(inbox, event) };
}

function changed(inbox: Inbox, { name, payload, seq }: Envelope): Entry[] {
	const { entries, view } = inbox;
	switch (name) {
		case 'notification.arrived': {
			const others = without(entries, [payload.entry]);
			return view === 'waiting' ? within(inbox, [...others, { ...payload.entry, arrived: seq }]) : others;
		}
		case 'notification.read':
			return entries.map((entry) => (payload.ids.includes(entry.id) ? { ...entry, read: true } : entry));
		case 'notification.done':
		case 'notification.undone': {
			const others = without(entries, payload.entries);
			const joins = (view === 'done') === (name === 'notification.done');
			return joins ? within(inbox, [...others, ...payload.entries]) : others;
		}
		default:
			return entries;
	}
}

function without(entries: Entry[], gone: Pick<Entry, 'id'>[]): Entry[] {
	const ids = new Set(gone.map(({ id }) => id));
	return entries.filter(({ id }) => !ids.has(id));
}

function within({ from, upTo }: Inbox, entries: Entry[]): Entry[] {
	return entries.filter(({ arrived }) => arrived >= from && (upTo === null || arrived <= upTo)).sort((a, b) => b.arrived - a.arrived);
}
