import { randomUUID } from 'node:crypto';
import { fromMarkdown } from '#lib/model/documents/markdown.ts';
import { personMention } from '#lib/model/documents/mentions.ts';
import type { FollowLevel } from '#lib/model/notifications/kinds.ts';
import { deliveryOf } from '#lib/server/notifications/deliver.ts';
import { setFollowLevel } from '#lib/server/notifications/follow.ts';
import { queueEmails } from '#lib/server/notifications/email/at-once.ts';
import { postInMeeting } from '#lib/server/meetings/post-in-meeting.ts';
import { actorOf } from './actors.ts';
import type { TestServices } from './database.ts';

export const slug = 'torun-2016';

/** Somebody posts in a meeting, to people or not; it has reached the inboxes and is left for mailing when this comes back. */
export async function says(
	services: TestServices,
	email: string,
	words: string,
	{ to = [], replyTo = null }: { to?: string[]; replyTo?: number | null } = {}
): Promise<{ id: string; seq: number }> {
	// What the demo brings along is none of the test's.
	await services.sql`delete from notifications where arrived is null`;
	const author = await actorOf(services, email);
	const named = await Promise.all(to.map((one) => actorOf(services, one)));
	const mentions = named.map(({ id, name }) => `[@${name}](${personMention(id)})`).join(' ');
	const posted = await postInMeeting(services, author, {
		commandId: randomUUID(),
		slug,
		doc: fromMarkdown(`${mentions} ${words}`.trim()),
		lang: 'en',
		replyTo
	});
	await arrive(services);
	return posted;
}

/** All that was addressed to anybody reaches them. */
export async function arrive(services: TestServices): Promise<void> {
	await deliveryOf(services).due();
	await queueEmails(services);
}

/** Somebody wants to hear so much of the meeting. */
export async function follows(services: TestServices, email: string, level: FollowLevel = 'all'): Promise<void> {
	const { id: personId } = await actorOf(services, email);
	const [meeting] = await services.sql`select id from meetings where slug = ${slug}`;
	await setFollowLevel(services.db, personId, { item: { kind: 'meeting', id: String(meeting?.id) }, level, at: services.clock.now() });
}
