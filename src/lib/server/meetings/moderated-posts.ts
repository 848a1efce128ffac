import { and, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { spoken } from '#lib/model/localized.ts';
import { meetings, posts } from '../db/schema/meetings.ts';
import { people } from '../db/schema/people.ts';
import { audit } from '../db/schema/streams.ts';
import type { ModerationSource } from '../moderation/source.ts';

const leads = alias(people, 'leads');
const place = { slug: meetings.slug, seq: posts.seq, theme: meetings.theme, author: people.name };

/** Posts that leads hid and restored. */
export const moderatedPosts: ModerationSource<'post'> = {
	kind: 'post',
	acts: ['post.hidden', 'post.restored'],

	async hidden({ db }, { network, locale }, most) {
		const everHidden = db
			.select({ id: sql`${audit.subjectId}::uuid` })
			.from(audit)
			.where(and(eq(audit.networkId, network), eq(audit.action, 'post.hidden')));
		const rows = await db
			.select({ id: posts.id, at: posts.hiddenAt, by: leads.name, reason: posts.hiddenReason, ...place })
			.from(posts)
			.innerJoin(leads, eq(leads.id, posts.hiddenBy))
			.innerJoin(people, eq(people.id, posts.authorId))
			.innerJoin(meetings, eq(meetings.id, posts.meetingId))
			.where(and(inArray(posts.id, everHidden), sql`${posts.hiddenAt} is not null`, isNull(posts.deletedAt)))
			.orderBy(desc(posts.hiddenAt), desc(posts.id))
			.limit(most);
		return rows.map(({ id, at, by, reason, ...where }) => ({
			kind: 'post',
			id,
			at: at?.toISOString() ?? '',
			by,
			reason: reason ?? '',
			thing: placeOf(where, locale)
		}));
	},

	async present({ db }, { locale }, ids) {
		const rows = await db
			.select({ id: posts.id, ...place })
			.from(posts)
			.innerJoin(people, eq(people.id, posts.authorId))
			.innerJoin(meetings, eq(meetings.id, posts.meetingId))
			.where(inArray(posts.id, ids));
		return new Map(rows.map(({ id, ...where }) => [id, placeOf(where, locale)]));
	}
};

function placeOf({ slug, seq, theme, author }: { slug: string; seq: number; theme: { en: string }; author: string }, locale: string) {
	return { href: `/meetings/${slug}/p/${seq}`, title: spoken(theme, locale), author };
}
