import { sql } from 'drizzle-orm';
import type { Doc } from '#lib/model/documents/doc.ts';
import { mentionsIn } from '#lib/model/documents/mentions.ts';
import type { Database } from '../db/client.ts';
import { changeEntries } from '../notifications/change-entries.ts';
import type { Services } from '../services.ts';

/** Something that somebody is about to say. */
interface Saying {
	stream: string;
	author: { id: string };
	/** Number of the post that begins the discussion it answers in. */
	root: number | null;
	doc: Doc;
}

/**
 * What waits for the author and is answered by this: what addressed them in the same discussion, and what addressed them
 * anywhere in the thread by somebody whom this names. Another discussion in the same thread answers nothing.
 * @returns ids of notifications; most posts answer nothing, and ask the database nothing
 */
export async function answeredBy(db: Database, { stream, author, root, doc }: Saying): Promise<string[]> {
	const named = mentionsIn(doc).flatMap(({ kind, id }) => (kind === 'person' ? [id] : []));
	if (root === null && named.length === 0) return [];
	const rows = await db.execute<{ id: string }>(sql`
		select notifications.id from notifications
		join posts on posts.stream = notifications.stream and posts.seq = notifications.seq
		where notifications.person_id = ${author.id} and notifications.stream = ${stream} and notifications.done_at is null
			and notifications.withdrawn_at is null and notifications.kind in ('assignment', 'mention', 'reply', 'city')
			and (coalesce(posts.root, posts.seq) = ${root}::bigint or notifications.actor_id = any(${sql.param(named)}::uuid[]))`);
	return rows.map(({ id }) => id);
}

/** What somebody has answered waits no longer. It runs after the answer is stored, which it can no longer undo. */
export async function settleAnswered(services: Services, personId: string, ids: string[]): Promise<void> {
	if (ids.length === 0) return;
	await changeEntries(services, personId, 'done', sql`notifications.id = any(${sql.param(ids)}::uuid[])`).catch((err: unknown) =>
		services.log.warn({ err }, 'what was answered could not be settled')
	);
}
