import { z } from 'zod';
import type { Actor } from '#lib/model/access/actor.ts';
import { findMeeting } from '#lib/server/meetings/queries.ts';
import { findPost } from '#lib/server/threads/find-post.ts';
import { NotFound } from '#lib/server/platform/errors.ts';
import { services } from '#lib/server/services.ts';

const place = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER);

/**
 * The post that the address names, and its meeting.
 * @throws NotFound
 */
export async function onePost({ actor, locale }: { actor: Actor; locale: string }, { slug, seq }: { slug: string; seq: string }) {
	const { db } = services();
	const wanted = place.safeParse(seq);
	if (!wanted.success) throw new NotFound();
	const meeting = await findMeeting(db, actor, slug, locale);
	const { post, thread } = await findPost(db, actor, { stream: meeting.stream, seq: wanted.data });
	return { post, thread, meeting };
}
