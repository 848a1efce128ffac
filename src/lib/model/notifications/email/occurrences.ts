import { instantOf, shownAt } from '../../zoned.ts';
import type { Times } from './choices.ts';

const day = 24 * 60 * 60_000;

function daysBefore(date: string, days: number): string {
	return new Date(Date.parse(`${date}T00:00Z`) - days * day).toISOString().slice(0, 10);
}

/** 1 for Monday to 7 for Sunday. */
function weekdayOf(date: string): number {
	return new Date(`${date}T00:00Z`).getUTCDay() || 7;
}

/**
 * The last moment at or before `now` when a digest is due. Every day of the calendar has one such moment and no more:
 * an hour that the change to summer time skips comes after the change, one that exists twice is taken once.
 */
export function lastDigest({ rhythm, hour, weekday }: Times, timeZone: string, now: Date): Date | null {
	if (rhythm === 'off') return null;
	const today = shownAt(now, timeZone).date;
	// The zone may have skipped a day of the calendar altogether, so a week is not enough.
	for (let ago = 0; ago <= 8; ago += 1) {
		const date = daysBefore(today, ago);
		if (rhythm === 'weekly' && weekdayOf(date) !== weekday) continue;
		const at = instantOf(`${date}T${String(hour).padStart(2, '0')}:00`, timeZone);
		if (at <= now) return at;
	}
	return null;
}

/** When the quiet hours end in which `now` lies; null outside of them. */
export function quietUntil(quiet: Times['quiet'], timeZone: string, now: Date): Date | null {
	if (!quiet || quiet.from === quiet.to) return null;
	const { date, time } = shownAt(now, timeZone);
	const { from, to } = quiet;
	const within = from < to ? time >= from && time < to : time >= from || time < to;
	if (!within) return null;
	const end = instantOf(`${time < to ? date : daysBefore(date, -1)}T${to}`, timeZone);
	// On the night when an hour comes twice its second half may seem over already.
	return end > now ? end : new Date(now.getTime() + 60_000);
}
