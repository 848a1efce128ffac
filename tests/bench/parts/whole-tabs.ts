import type { Stage } from '../live.ts';
import type { Part } from '../sample.ts';
import { measureFanOut } from './fan-out.ts';
import { measureReturn } from './storm.ts';

/** Long enough for every page to have told once how far it was read. */
const warmUp = 10;

/** A post to readers who have whole pages open, beside the same readers following the one stream in silence. */
export function busyMeeting(stage: Stage, { n, seconds }: { n: number; seconds: number }): Part {
	const seating = { readers: n, threads: 1 };
	// A post a second makes few of them; the percentile needs more.
	const timetable = { rate: 1, warmUp, seconds: 2 * seconds };
	return {
		key: 'busy',
		title: `a post to ${n} whole tabs, which mark what they read, a post a second, p95`,
		unit: 'ms',
		digits: 1,
		must: { most: 1.3 },
		sides: ['silent readers', 'whole tabs'],
		other: () => measureFanOut(stage, stage.ours, seating, timetable),
		ours: () => measureFanOut(stage, stage.ours, { ...seating, tabs: stage.ours }, timetable)
	};
}

/** All whole pages come back in the same moment: thread, own stream and unread counts, beside the thread alone. */
export function tabsReturn(stage: Stage, { n }: { n: number }): Part {
	const seating = { readers: n, threads: 1 };
	return {
		key: 'back',
		title: `${n} whole tabs come back at once: all current`,
		unit: 's',
		digits: 2,
		must: { most: 1.5 },
		sides: ['thread alone', 'whole tabs'],
		other: () => measureReturn(stage, stage.ours, seating),
		ours: () => measureReturn(stage, stage.ours, { ...seating, tabs: stage.ours })
	};
}
