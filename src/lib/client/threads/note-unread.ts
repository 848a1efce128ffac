import type { UnreadCounts } from '../../model/protocol.ts';
import { placeOfNotes } from '../unread.svelte.ts';

/** Notes that so much is unread of a stream, counted up to a place: whatever page opens next shows it until the server knows. */
export function noteUnread(personId: string, stream: string, count: UnreadCounts[string]): void {
	try {
		const notes = JSON.parse(notedUnread(personId) ?? '{}') as UnreadCounts;
		localStorage.setItem(placeOfNotes(personId), JSON.stringify({ ...notes, [stream]: count }));
	} catch {
		// Then the next page shows what the server knows.
	}
}

/** What is noted now, as it stands. */
export function notedUnread(personId: string): string | null {
	try {
		return localStorage.getItem(placeOfNotes(personId));
	} catch {
		return null;
	}
}

/** Forgets what was noted before the server was told; what was noted meanwhile stays. */
export function forgetNotes(personId: string, noted: string | null): void {
	if (noted !== null && notedUnread(personId) === noted) localStorage.removeItem(placeOfNotes(personId));
}

/**
 * What the server counts, but no more than this browser knows to be left. Both are the most there can be, and what was written
 * since is added to the note, so nothing is taken off twice.
 */
export function asNoted(counts: UnreadCounts, personId: string): UnreadCounts {
	try {
		const notes = JSON.parse(notedUnread(personId) ?? '{}') as UnreadCounts;
		const known = Object.entries(notes).map(([stream, [left, upTo]]) => {
			const [count, seq] = counts[stream] ?? [0, 0];
			return [stream, [Math.min(count, left + Math.max(0, seq - upTo)), seq]];
		});
		return { ...counts, ...Object.fromEntries(known) };
	} catch {
		return counts;
	}
}
