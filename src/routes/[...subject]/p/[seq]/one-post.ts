import { z } from 'zod';
import type { Actor } from '#lib/model/access/actor.ts';
import { findPost } from '#lib/server/threads/find-post.ts';
import { subjectAt } from '#lib/server/threads/subjects.ts';
import { NotFound } from '#lib/server/platform/errors.ts';
import { services } from '#lib/server/services.ts';

const place = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER);

/**
 * The post that the address names, and what its thread hangs on.
 * @throws NotFound
 */
export async function onePost({ actor, locale }: { actor: Actor; locale: string }, params: { subject: string; seq: string }) {
	const { db } = services();
	const seq = place.safeParse(params.seq);
	if (!seq.success) throw new NotFound();
	const subject = await subjectAt(db, actor, locale, params.subject);
	const { post, thread } = await findPost(db, actor, { stream: subject.stream, seq: seq.data });
	return { post, thread, subject };
}
