import type { Envelope } from '../events.ts';
import { counted, type WaitingCount } from './count.ts';
import type { Entry } from './entries.ts';
import { waitingKinds } from './kinds.ts';

/** What is not done waits, or only informs. */
export const inboxViews = ['waiting', 'informing', 'done'] as const;
export type InboxView = (typeof inboxViews)[number];

/** A loaded window of an inbox: one view of it, or the part between two places. */
export interface Inbox extends WaitingCount {
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
	const { entries } = inbox;
	switch (name) {
		case 'notification.arrived':
			return placed(inbox, [{ ...payload.entry, arrived: seq }], () => payload.done);
		case 'notification.read':
			return entries.map((entry) => (payload.ids.includes(entry.id) ? { ...entry, read: true } : entry));
		case 'notification.done':
		case 'notification.undone':
			return placed(inbox, payload.entries, () => name === 'notification.done');
		case 'notification.changed':
			return placed(inbox, payload.entries, ({ id }) => payload.done.includes(id));
		case 'notification.withdrawn':
			return without(entries, payload.ids);
		default:
			return entries;
	}
}

/** With these in the view that they belong to, wherever they stood before. */
function placed(inbox: Inbox, given: Entry[], isDone: (entry: Entry) => boolean): Entry[] {
	const { entries, view, from, upTo } = inbox;
	const others = without(
		entries,
		given.map(({ id }) => id)
	);
	const joining = given.filter((entry) => viewOf(entry, isDone(entry)) === view);
	return [...others, ...joining]
		.filter(({ arrived }) => arrived >= from && (upTo === null || arrived <= upTo))
		.sort((a, b) => b.arrived - a.arrived);
}

function viewOf({ kind }: Entry, done: boolean): InboxView {
	if (done) return 'done';
	return waitingKinds.includes(kind) ? 'waiting' : 'informing';
}

function without(entries: Entry[], ids: readonly string[]): Entry[] {
	return entries.filter(({ id }) => !ids.includes(id));
}
