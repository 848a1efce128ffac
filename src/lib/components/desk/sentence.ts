import { m } from '#lib/i18n/m';
import type { Formatter } from '#lib/i18n/format.ts';
import type { Meeting } from '#lib/model/meetings/meeting.ts';

export interface Nearest {
	meeting: Meeting;
	nearness: 'now' | 'ahead' | 'past';
}

/** Where nobody counts on, because it is much anyway. */
export const many = 100;

/** The sentence of the day: what waits, and how soon people meet. */
export function sentenceOfTheDay(
	{ addressed, unread }: { addressed: number; unread: number[] },
	nearest: Nearest | null,
	format: Formatter,
	now: string
): string {
	const waits = whatWaits(addressed, unread);
	const meets = nearest && nextMeeting(nearest, format, now);
	return meets ? m.desk_sentence({ waits, meets }) : m.desk_sentence_alone({ waits });
}

/** @param unread messages of each meeting, counted up to a hundred */
function whatWaits(addressed: number, unread: number[]): string {
	const count = unread.reduce((sum, one) => sum + one, 0);
	const said = unread.some((one) => one >= many) ? m.desk_unread_many({ count: count - 1 }) : m.desk_unread({ count });
	if (addressed === 0) return count > 0 ? said : m.desk_nothing_unread();
	const waiting = m.desk_waiting({ count: addressed });
	return count > 0 ? m.desk_waiting_and_unread({ waiting, unread: said }) : waiting;
}

function nextMeeting({ meeting, nearness }: Nearest, format: Formatter, now: string): string | null {
	const { startsOn, precision } = meeting;
	if (nearness === 'past') return null;
	if (nearness === 'now') return m.desk_meeting_now();
	return precision === 'day'
		? m.desk_meeting_begins({ when: format.since(startsOn, now) })
		: m.desk_meeting_planned({ when: format.uncertainDate(startsOn, precision) });
}

/** What stands over the plate of that meeting. */
export function overThePlate({ meeting, nearness }: Nearest, format: Formatter, now: string): string {
	if (nearness === 'past') return m.desk_meeting_latest();
	if (nearness === 'now') return m.desk_meeting_today();
	return meeting.precision === 'day' ? m.desk_meeting_next({ when: format.since(meeting.startsOn, now) }) : m.desk_meeting_next_planned();
}
