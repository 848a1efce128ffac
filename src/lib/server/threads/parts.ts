import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Actor } from '#lib/model/access/actor.ts';
import { inReadableStream } from '../access/readable-streams.ts';
import type { Database } from '../db/client.ts';
import { Invalid } from '../platform/errors.ts';
import { subjectKinds } from './subjects.ts';
import type { ThreadOfSubject } from './thread-at.ts';

/** Key of a part of a subject, as it stands in addresses, forms and the database. */
export const partKey = z.string().refine((key) => /^[a-z0-9-]{1,60}$/.test(key), 'no_such_part');

/**
 * Makes sure that a discussion can be about this part of what the thread hangs on.
 * @throws Invalid `no_such_part` when the noun knows none of this key; `answers` when it is an answer, which is about what it answers
 */
export async function aboutPart(
	db: Database,
	{ kind, subjectId }: Pick<ThreadOfSubject, 'kind' | 'subjectId'>,
	{ about, replyTo }: { about: string; replyTo: number | null }
): Promise<void> {
	if (replyTo !== null) throw new Invalid([{ field: 'about', code: 'answers' }]);
	const parts = subjectKinds.get().find((one) => one.kind === kind)?.parts ?? [];
	const known = typeof parts === 'function' ? await parts(db, subjectId) : parts;
	if (!known.includes(about)) throw new Invalid([{ field: 'about', code: 'no_such_part' }]);
}

/** What counts: what began a discussion about a part and can be read. */
const begun = (actor: Actor, stream: string) => sql`
	from posts where ${inReadableStream(actor, sql`${stream}`)} and posts.stream = ${stream} and posts.about is not null
		and posts.deleted_at is null and posts.hidden_at is null`;

/** How many discussions are about each part of what a thread hangs on, by its key; parts of which nothing was said are not among them. */
export async function countAbout(db: Database, actor: Actor, stream: string): Promise<Record<string, number>> {
	const rows = await db.execute<{ about: string; count: number }>(sql`
		select about, count(*)::int as count ${begun(actor, stream)} group by about`);
	return Object.fromEntries(rows.map(({ about, count }) => [about, count]));
}

/** The number of the first discussion about a part; null when there is none. */
export async function firstAbout(db: Database, actor: Actor, { stream, about }: { stream: string; about: string }): Promise<number | null> {
	const [first] = await db.execute<{ seq: string }>(sql`
		select seq ${begun(actor, stream)} and posts.about = ${about} order by posts.seq limit 1`);
	return first ? Number(first.seq) : null;
}
