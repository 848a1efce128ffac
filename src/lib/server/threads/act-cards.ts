import type { Person } from '#lib/model/access/actor.ts';
import type { Card } from '#lib/model/notifications/cards.ts';
import type { Entry } from '#lib/model/notifications/entries.ts';
import { tagsOf } from '../access/tags-of.ts';
import type { Database, Transaction } from '../db/client.ts';
import { presentSubjects } from './subjects.ts';

/** What a noun says of an act itself: a sentence in the reader's language, or when what one is reminded of begins, ISO. */
type OwnWords = Partial<Pick<Card, 'says' | 'begins'>>;

/**
 * How acts and reminders are shown that no post stands behind: what they are about, as it is named now and as far as this person
 * may see it, and who did it.
 * @param says what the noun tells of an entry, with the name of who did it; null leaves the entry out
 */
export async function actCards(
	db: Database | Transaction,
	person: Person,
	locale: string,
	entries: readonly Entry[],
	says: (entry: Entry, who: string | undefined) => OwnWords | null | Promise<OwnWords | null>
): Promise<Card[]> {
	if (entries.length === 0) return [];
	const subject = await presentSubjects(
		db,
		person,
		locale,
		entries.map(({ item }) => ({ kind: item.kind, subjectId: item.id }))
	);
	// As what they were when the newest of it happened.
	const newest = Math.max(...entries.map(({ at }) => Date.parse(at)));
	const by = await tagsOf(
		db,
		entries.flatMap(({ actor }) => (actor ? [actor] : [])),
		new Date(newest)
	);
	const made = entries.map(async (entry): Promise<Card[]> => {
		const { id, item, actor } = entry;
		const named = subject({ kind: item.kind, subjectId: item.id });
		const who = (actor && by.get(actor)) || null;
		const words = named && (await says(entry, who?.name));
		if (!words) return [];
		return [
			{
				id,
				item: { ...item, ...named },
				href: named.href,
				who,
				city: null,
				inOwnDiscussion: false,
				begins: null,
				because: null,
				state: 'there',
				excerpt: null,
				...words
			}
		];
	});
	return (await Promise.all(made)).flat();
}
