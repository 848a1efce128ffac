import { and, eq, inArray } from 'drizzle-orm';
import { spoken } from '#lib/model/localized.ts';
import { meetings } from '../db/schema/meetings.ts';
import { partners } from '../db/schema/networks.ts';
import type { ThreadSubjects } from '../threads/subjects.ts';
import { visibleMeetings } from './visible.ts';

export const meetingSubjects: ThreadSubjects = {
	kind: 'meeting',
	async present(db, actor, locale, ids) {
		const rows = await db
			.select({ id: meetings.id, slug: meetings.slug, theme: meetings.theme, host: partners.code })
			.from(meetings)
			.innerJoin(partners, eq(partners.id, meetings.hostId))
			.where(and(inArray(meetings.id, ids), visibleMeetings(actor)));
		return new Map(
			rows.map(({ id, slug, theme, host }) => [id, { title: spoken(theme, locale), href: `/meetings/${slug}`, city: host }])
		);
	}
};
