import { and, asc, eq, getTableColumns } from 'drizzle-orm';
import { baseLocale } from '#lib/i18n/locales.ts';
import type { Actor } from '#lib/model/access/actor.ts';
import type { Meeting } from '#lib/model/meetings/meeting.ts';
import type { Database, Transaction } from '../db/client.ts';
import { meetings } from '../db/schema/meetings.ts';
import { partners } from '../db/schema/networks.ts';
import { NotFound } from '../platform/errors.ts';
import { memoPer } from '../platform/memo.ts';
import { ttlCache } from '../platform/ttl-cache.ts';
import { presentMeeting } from './present.ts';
import { readNetworks } from '../access/read-networks.ts';
import { visibleMeeting, visibleMeetings } from './visible.ts';

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

/** @throws NotFound when there is none, or none that this actor may know of */
export async function findMeeting(db: Database | Transaction, actor: Actor, slug: string, locale: string): Promise<Meeting> {
	const [row] = await db
		.select(columns)
		.from(meetings)
		.innerJoin(partners, eq(partners.id, meetings.hostId))
		.where(visibleMeeting(actor, slug));
	if (!row) throw new NotFound();
	return presentMeeting(row, locale);
}

/** What a slug names is the same for everybody who may know of it, from one post to the next. */
const namedOn = memoPer((_: Database) => ttlCache<Meeting>(2000));

/**
 * The meeting to write or read in, for all who come in a moment asked of the database once.
 * @throws NotFound as `findMeeting`
 */
export function meetingAt(db: Database, actor: Actor, slug: string, locale: string = baseLocale): Promise<Meeting> {
	const key = [slug, locale, ...readNetworks(actor)].join(' ');
	return namedOn(db)(key, () => findMeeting(db, actor, slug, locale));
}

/** Whose a stream is, is the same for everybody in these networks: after a break all of them ask at once. */
const heardOn = memoPer((_: Database) => ttlCache<string | null>(2000));

/** The network whose meeting speaks through this stream; null when there is none, or none that the actor may hear. */
export function networkOfMeeting(db: Database, actor: Actor, stream: string): Promise<string | null> {
	const key = [stream, ...readNetworks(actor)].join(' ');
	return heardOn(db)(key, async () => {
		const [found] = await db
			.select({ network: meetings.networkId })
			.from(meetings)
			.where(and(visibleMeetings(actor), eq(meetings.stream, stream)));
		return found?.network ?? null;
	});
}

/** A stream belongs to its network for ever. */
const belongingOn = memoPer((_: Database) => ttlCache<string | null>(Infinity));

/** The network of a meeting's stream; null where it is no meeting's. */
export function networkOfStream(db: Database, stream: string): Promise<string | null> {
	return belongingOn(db)(stream, async () => {
		const [found] = await db.select({ network: meetings.networkId }).from(meetings).where(eq(meetings.stream, stream));
		return found?.network ?? null;
	});
}
