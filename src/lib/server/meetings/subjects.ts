import { and, eq, inArray } from 'drizzle-orm';
import { baseLocale, isLocale } from '#lib/i18n/locales.ts';
import { spoken } from '#lib/model/localized.ts';
import { meetings } from '../db/schema/meetings.ts';
import { partners } from '../db/schema/networks.ts';
import type { SubjectKind } from '../threads/subjects.ts';
import { meetingNameIn } from './meeting-name.ts';
import { visibleMeetings } from './visible.ts';

/** Meetings as threads hang on them. */
export const meetingSubjects: SubjectKind = {
	kind: 'meeting',
	async present(db, actor, locale, ids) {
		const rows = await db
			.select({
				id: meetings.id,
				slug: meetings.slug,
				theme: meetings.theme,
				kind: meetings.kind,
				number: meetings.number,
				host: partners.code
			})
			.from(meetings)
			.innerJoin(partners, eq(partners.id, meetings.hostId))
			.where(and(inArray(meetings.id, ids), visibleMeetings(actor)));
		const speaks = isLocale(locale) ? locale : baseLocale;
		return new Map(
			rows.map(({ id, slug, theme, kind, number, host }) => [
				id,
				{ title: spoken(theme, locale), name: meetingNameIn({ kind, number }, speaks), href: `/meetings/${slug}`, city: host }
			])
		);
	}
};
