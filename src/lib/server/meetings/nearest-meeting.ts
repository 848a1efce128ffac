import type { Meeting } from '#lib/model/meetings/meeting.ts';
import type { NearestMeeting } from '#lib/model/meetings/shown.ts';
import type { DeskPanel } from '../desk/panel.ts';
import { listMeetings } from './queries.ts';

/** The meeting that goes on today, else the next, else the latest; `meetings` in the order of time. */
export function nearestMeeting(meetings: readonly Meeting[], today: string): NearestMeeting | null {
	const running = meetings.find(({ startsOn, endsOn, precision }) => precision === 'day' && startsOn <= today && today <= endsOn);
	if (running) return { meeting: running, nearness: 'now' };
	const next = meetings.find(({ endsOn }) => endsOn >= today);
	if (next) return { meeting: next, nearness: 'ahead' };
	const latest = meetings.at(-1);
	return latest ? { meeting: latest, nearness: 'past' } : null;
}

/** The plate beside what waits. */
export const nearestPanel: DeskPanel<'meetings'> = {
	name: 'meetings',
	open: async ({ db, clock }, person, locale) =>
		nearestMeeting(await listMeetings(db, person, locale), dayOf(clock.now(), person.timeZone))
};

/** Today's date where the person is. */
function dayOf(now: Date, timeZone: string): string {
	return new Intl.DateTimeFormat('sv-SE', { timeZone }).format(now);
}
