import { and, eq, inArray } from 'drizzle-orm';
import { baseLocale, isLocale, type Locale } from '#lib/i18n/locales.ts';
import { m } from '#lib/i18n/m';
import type { Meeting } from '#lib/model/meetings/meeting.ts';
import { none } from '#lib/model/noun.ts';
import { spoken } from '#lib/model/localized.ts';
import { meetings } from '../db/schema/meetings.ts';
import { partners } from '../db/schema/networks.ts';
import type { PresentSubject, SubjectKind } from '../threads/subjects.ts';
import { meetingNameIn } from './meeting-name.ts';
import { meetingCalled } from './queries.ts';
import { visibleMeetings } from './visible.ts';

/** Meetings as threads hang on them. */
export const meetingSubjects: SubjectKind = {
	kind: 'meeting',
	parts: none,
	async at(db, actor, locale, [room, slug, ...rest]) {
		if (room !== 'meetings' || slug === undefined || rest.length > 0) return null;
		const found = await meetingCalled(db, actor, slug, locale);
		if (!found) return null;
		const { stream, theme, ...meeting } = found;
		const trail = [{ href: '/meetings', label: m.meetings_title({}, { locale: speaks(locale) }) }];
		return { ...presented({ ...meeting, title: theme }, locale), stream, trail };
	},
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
		return new Map(rows.map(({ id, theme, ...row }) => [id, presented({ ...row, title: spoken(theme, locale) }, locale)]));
	}
};

/** @param title in the language of `locale` */
function presented(
	{ title, slug, host, ...called }: Pick<Meeting, 'slug' | 'kind' | 'number' | 'host'> & { title: string },
	locale: string
): PresentSubject {
	return { title, name: meetingNameIn(called, speaks(locale)), href: `/meetings/${slug}`, city: host };
}

function speaks(locale: string): Locale {
	return isLocale(locale) ? locale : baseLocale;
}
