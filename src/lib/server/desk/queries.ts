import type { Person } from '#lib/model/access/actor.ts';
import { newestUnread } from '../notifications/inbox/newest-unread.ts';
import { latestPosts, type LatestPost } from '../threads/latest-posts.ts';
import { listMeetings } from '../meetings/queries.ts';
import { unreadThreads, type UnreadThread } from '../threads/unread.ts';
import type { Services } from '../platform/services.ts';
import { nearestMeeting } from './nearest-meeting.ts';
import { ownCity, type OwnCity } from './own-city.ts';

export interface Desk {
	/** The newest of what is addressed to the person. */
	addressed: Awaited<ReturnType<typeof newestUnread>>;
	unread: UnreadThread[];
	nearest: ReturnType<typeof nearestMeeting>;
	latest: LatestPost[];
	city: OwnCity | null;
}

/** More than the desk shows, so that what was read makes room for the next. */
const addressedAtOnce = 20;

/** What lies on a person's desk. */
export async function openDesk({ db, clock }: Services, person: Person, locale: string): Promise<Desk> {
	const now = clock.now();
	const [addressed, unread, meetings, latest, city] = await Promise.all([
		newestUnread(db, person, { locale, most: addressedAtOnce }),
		unreadThreads(db, person, locale),
		listMeetings(db, person, locale),
		latestPosts(db, person, locale, 6),
		ownCity(db, person, now)
	]);
	return { addressed, unread, nearest: nearestMeeting(meetings, dayOf(now, person.timeZone)), latest, city };
}

/** Today's date where the person is. */
function dayOf(now: Date, timeZone: string): string {
	return new Intl.DateTimeFormat('sv-SE', { timeZone }).format(now);
}
