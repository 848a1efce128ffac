import { and, asc, desc, eq, getTableColumns, sql } from 'drizzle-orm';
import type { Localized } from '#lib/model/localized.ts';
import type { MeetingKind } from '#lib/model/meetings/meeting.ts';
import { meetings as meetingRows } from '../db/schema/meetings.ts';
import { partners } from '../db/schema/networks.ts';
import { presentMeeting } from './present.ts';
import { visibleMeetings } from './visible.ts';
import { meetingWords } from './meeting-name.ts';
import { inItsLanguages } from '../search/localized-words.ts';
import type { SearchSource } from '../search/source.ts';

interface Row {
	id: string;
	network_id: string;
	kind: MeetingKind;
	number: number | null;
	theme: Localized;
	starts_on: string;
	year: string;
	code: string;
	city: Localized;
	language: string;
}

/** Meetings by their cities, themes, years and kinds. */
export const meetingSource: SearchSource = {
	kind: 'meeting',
	lasting: true,
	events: [],
	all: 'select id from meetings',

	async entries(db, subjects) {
		const rows = await db<Row[]>`
			select meetings.id, meetings.network_id, meetings.kind, meetings.number, meetings.theme,
				meetings.starts_on::text, to_char(meetings.starts_on, 'YYYY') as year,
				partners.code, partners.name as city, partners.language
			from meetings join partners on partners.id = meetings.host_id
			where meetings.id = any(${subjects}::uuid[])`;
		return rows.map(({ id, network_id, kind, number, theme, starts_on, year, code, city }) => ({
			subject: id,
			network: network_id,
			city: code,
			person: null,
			lang: 'en',
			at: new Date(starts_on),
			open: true,
			texts: [
				...inItsLanguages(city, 'A'),
				...inItsLanguages(theme, 'A'),
				{ text: year, lang: 'en', weight: 'B' },
				...meetingWords({ kind, number })
			]
		}));
	},

	visible: ({ actor }) => sql`exists (select from meetings where meetings.id = found.subject_id and ${visibleMeetings(actor)})`,

	async present({ db }, { actor, locale }, subjects) {
		const rows = await db
			.select({ ...getTableColumns(meetingRows), host: partners.code })
			.from(meetingRows)
			.innerJoin(partners, eq(partners.id, meetingRows.hostId))
			.where(and(visibleMeetings(actor), sql`${meetingRows.id} = any(${sql.param(subjects)}::uuid[])`));
		return new Map(
			rows.map((row) => {
				const { id, slug, kind, number, host, theme, startsOn, endsOn, precision } = presentMeeting(row, locale);
				const lang = row.theme[locale] ? locale : 'en';
				return [
					id,
					{
						kind: 'meeting',
						id,
						href: `/meetings/${slug}`,
						meeting: { kind, number, host },
						startsOn,
						endsOn,
						precision,
						name: null,
						lang,
						text: theme
					}
				];
			})
		);
	},

	async offered({ db }, { actor }) {
		const rows = await db
			.select({ id: meetingRows.id })
			.from(meetingRows)
			.where(visibleMeetings(actor))
			.orderBy(desc(meetingRows.startsOn), asc(meetingRows.slug));
		return rows.map(({ id }) => id);
	}
};
