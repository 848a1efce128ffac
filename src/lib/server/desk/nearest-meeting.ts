import type { Meeting } from '#lib/model/meetings/meeting.ts';

/** How a meeting stands to today. */
export type Nearness = 'now' | 'ahead' | 'past';

/** The meeting that goes on today, else the next, else the latest; `meetings` in the order of time. */
export function nearestMeeting(meetings: readonly Meeting[], today: string): { meeting: Meeting; nearness: Nearness } | null {
	const running = meetings.find(({ startsOn, endsOn, precision }) => precision === 'day' && startsOn <= today && today <= endsOn);
	if (running) return { meeting: running, nearness: 'now' };
	const next = meetings.find(({ endsOn }) => endsOn >= today);
	if (next) return { meeting: next, nearness: 'ahead' };
	const latest = meetings.at(-1);
	return latest ? { meeting: latest, nearness: 'past' } : null;
}
