import type { Actor } from '#lib/model/access/actor.ts';
import type { Meeting } from '#lib/model/meetings/meeting.ts';
import type { CitySection } from '../network/city-section.ts';
import { listMeetings } from './queries.ts';
import type { Services } from '../services.ts';

/** The next and the latest meeting that a city hosts, of those this actor may read. */
export async function cityMeetings(
	{ db, clock }: Services,
	actor: Actor,
	{ network, city, locale }: { network: string; city: string; locale: string }
): Promise<{ next: Meeting | null; last: Meeting | null }> {
	const hosted = (await listMeetings(db, actor, locale)).filter((meeting) => meeting.network === network && meeting.host === city);
	const today = clock.now().toISOString().slice(0, 10);
	return {
		next: hosted.find(({ endsOn }) => endsOn >= today) ?? null,
		last: hosted.findLast(({ endsOn }) => endsOn < today) ?? null
	};
}

export const hostedMeetings: CitySection<'meetings'> = { name: 'meetings', open: cityMeetings };
