import type { Meeting } from '#lib/model/meetings/meeting.ts';
import { spoken } from '#lib/model/localized.ts';
import type { meetings } from '../db/schema/meetings.ts';

export type MeetingRow = typeof meetings.$inferSelect & { host: string };

export function presentMeeting(row: MeetingRow, locale: string): Meeting {
	return {
		id: row.id,
		network: row.networkId,
		slug: row.slug,
		kind: row.kind,
		number: row.number,
		host: row.host,
		theme: spoken(row.theme, locale),
		startsOn: row.startsOn,
		endsOn: row.endsOn,
		precision: row.precision,
		opensAt: row.opensAt?.replace(' ', 'T') ?? null,
		timeZone: row.timeZone,
		illustrative: row.illustrative,
		stream: row.stream
	};
}
