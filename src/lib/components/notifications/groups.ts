import type { Card } from '#lib/model/notifications/cards.ts';
import type { Entry } from '#lib/model/notifications/entries.ts';

/** An entry and what it is shown from. */
export interface ShownEntry {
	entry: Entry;
	card: Card;
}

/** What is told of one item. */
export interface Group {
	key: string;
	item: Card['item'];
	/** The newest first. */
	shown: ShownEntry[];
}

/** Entries with what they are shown from; what cannot be shown is left out. */
export function shownOf(entries: Entry[], cards: Record<string, Card>): ShownEntry[] {
	return entries.flatMap((entry) => {
		const card = cards[entry.id];
		return card ? [{ entry, card }] : [];
	});
}

/** By the item they belong to, the one told of last first. */
export function entryGroups(shown: ShownEntry[]): Group[] {
	return [...Map.groupBy(shown, ({ entry: { item } }) => `${item.kind} ${item.id}`)].flatMap(([key, its]) => {
		const [newest] = its;
		return newest ? [{ key, item: newest.card.item, shown: its }] : [];
	});
}
