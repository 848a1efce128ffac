import type { Actor } from '#lib/model/access/actor.ts';
import { isAmong } from '#lib/model/access/groups.ts';
import type { HeardUpTo } from '#lib/model/heard.ts';
import { audienceOfDraft, draftStream, practiceStream, type PracticeHead } from '#lib/model/practices/practice.ts';
import type { Database } from '../db/client.ts';
import { heardUpTo } from '../events/heard-up-to.ts';

/** Where pages about an entry hear of it: its draft only for who reads it, what is published once anything is. */
export async function heardOf(db: Database, actor: Actor, head: PracticeHead): Promise<HeardUpTo[]> {
	const draft = isAmong(actor, audienceOfDraft(head)) ? [draftStream(head.id)] : [];
	const published = head.publishedN === null ? [] : [practiceStream(head.id)];
	return Promise.all([...draft, ...published].map((stream) => heardUpTo(db, stream)));
}
