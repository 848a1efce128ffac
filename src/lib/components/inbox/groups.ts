import type { Card } from '#lib/model/inbox/cards.ts';
import type { Entry } from '#lib/model/inbox/entries.ts';

/** An entry and what it is shown from. */
export interface Shown {
	entry: Entry;
	card: Card;
}

/** What is told of one item. */
export interface Group {
	key: string;
	item: Card['item'];
	/** The newest first. */
	shown: Shown[];
}

/** Entries by the item they belong to, the one told of last first; what cannot be shown is left out. */
export function groupsOf(entries: Entry[], cards: Record<string, Card>): Group[] {
	const shown = entries.flatMap((entry) => {
		const card = cards[entry.id];
		return card ? [{ entry, card }] : [];
	});
	return [...Map.groupBy(shown, ({ entry: { item } }) => `${item.kind} ${item.id}`)].flatMap(([key, its]) => {
		const [newest] = its;
		return newest ? [{ key, item: newest.card.item, shown: its }] : [];
	});
}
