import { asc, eq, getTableColumns } from 'drizzle-orm';
import { baseLocale } from '#lib/i18n/locales.ts';
import type { Actor } from '#lib/model/access/actor.ts';
import { isAmong } from '#lib/model/access/groups.ts';
import type { Meeting } from '#lib/model/meetings/meeting.ts';
import type { Database } from '../db/client.ts';
import { meetings } from '../db/schema/meetings.ts';
import { partners } from '../db/schema/networks.ts';
import { streams } from '../db/schema/streams.ts';
import { NotFound } from '../platform/errors.ts';
import { memoPer } from '../platform/memo.ts';
import { ttlCache } from '../platform/ttl-cache.ts';
import { presentMeeting, type MeetingRow } from './present.ts';
import { visibleMeetings } from './visible.ts';

const columns = { ...getTableColumns(meetings), host: partners.code };

/** Every meeting that the actor may read, in the order of time. */
export async function listMeetings(db: Database, actor: Actor, locale: string): Promise<Meeting[]> {
	const rows = await db
		.select(columns)
		.from(meetings)
		.innerJoin(partners, eq(partners.id, meetings.hostId))
		.where(visibleMeetings(actor))
		.orderBy(asc(meetings.startsOn), asc(meetings.slug));
	return rows.map((row) => presentMeeting(row, locale));
}

/** Every network may use a slug once; what bears it is the same from one post to the next, and who may know of it stands beside it. */
const namedOn = memoPer((_: Database) => ttlCache<(MeetingRow & { audience: string[] })[]>(2000));

/** The meeting of this slug, for all who come in a moment asked of the database once; null where the actor may know of none. */
export async function meetingCalled(db: Database, actor: Actor, slug: string, locale: string): Promise<Meeting | null> {
	const named = await namedOn(db)(slug, async () =>
		db
			.select({ ...columns, audience: streams.audience })
			.from(meetings)
			.innerJoin(partners, eq(partners.id, meetings.hostId))
			.innerJoin(streams, eq(streams.id, meetings.stream))
			.where(eq(meetings.slug, slug))
			.orderBy(asc(meetings.id))
	);
	const row = named.find(({ audience }) => isAmong(actor, audience));
	return row ? presentMeeting(row, locale) : null;
}

/**
 * The meeting to write or read in.
 * @throws NotFound where `meetingCalled` finds none
 */
export async function meetingAt(db: Database, actor: Actor, slug: string, locale: string = baseLocale): Promise<Meeting> {
	const meeting = await meetingCalled(db, actor, slug, locale);
	if (!meeting) throw new NotFound();
	return meeting;
}
