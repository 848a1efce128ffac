import { notificationKinds, type NotificationKind } from '../kinds.ts';

/** What one click ends: emails about some kinds, or the digest. */
export interface Unsubscribe {
	person: string;
	kinds: (NotificationKind | 'digest')[];
}

/** By place; an email may be old, so nothing is ever put in before another. */
const order: readonly (NotificationKind | 'digest')[] = ['digest', ...notificationKinds];

/** What is signed: the person and a bit for each kind. */
export function unsubscribeWords({ person, kinds }: Unsubscribe): string {
	const bits = kinds.reduce((sum, kind) => sum | (1 << order.indexOf(kind)), 0);
	return `${person.replaceAll('-', '')}${bits.toString(16).padStart(4, '0')}`;
}

/** Null for words that say nothing. */
export function readUnsubscribe(words: string): Unsubscribe | null {
	const found = /^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})([0-9a-f]{4})$/.exec(words);
	if (!found) return null;
	const bits = parseInt(found[6] ?? '', 16);
	const kinds = order.filter((_, at) => bits & (1 << at));
	return kinds.length > 0 ? { person: found.slice(1, 6).join('-'), kinds } : null;
}
