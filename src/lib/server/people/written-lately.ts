import type { Actor } from '#lib/model/access/actor.ts';
import type { WrittenLately } from '#lib/model/people/card.ts';
import type { Database } from '../db/client.ts';
import { slot } from '../platform/slot.ts';

/** What somebody wrote last of one sort, as far as this actor may read it, the newest first; nothing tells that there is more. */
export type WrittenSource = (
	db: Database,
	actor: Actor,
	wish: { author: string; locale: string; most: number }
) => Promise<WrittenLately[]>;

/** Everything that people write, each by the noun that knows it. */
export const writtenSources = slot<readonly WrittenSource[]>('what people wrote');

/** So much of it stands on a card. */
const most = 5;

/** What somebody wrote last, of whatever sort. */
export async function writtenLately(db: Database, actor: Actor, wish: { author: string; locale: string }): Promise<WrittenLately[]> {
	const all = await Promise.all(writtenSources.get().map((source) => source(db, actor, { ...wish, most })));
	return all
		.flat()
		.sort((a, b) => b.at.localeCompare(a.at))
		.slice(0, most);
}
