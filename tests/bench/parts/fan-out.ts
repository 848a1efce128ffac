import { setTimeout as pause } from 'node:timers/promises';
import type { Audience, Seating } from '../audience.ts';
import { faultOf, inTime, withAudience, type Stage } from '../live.ts';
import { bareLive, type LiveSide } from '../live-side.ts';
import { median, percentile, type Part, type Sample } from '../sample.ts';

const rate = 20;
const windows = 3;

/** Posts a second, on a timetable that a slow server does not slow down; so many seconds before anything is measured. */
export interface Timetable {
	rate: number;
	warmUp: number;
	seconds: number;
}

export function fanOut(stage: Stage, { n, seconds }: { n: number; seconds: number }): Part {
	const run = (side: LiveSide) => measureFanOut(stage, side, { readers: n, threads: 1 }, { rate, warmUp: 4, seconds });
	return {
		key: 'fanout',
		title: `a post to ${n} readers, ${rate} posts/s, p95`,
		unit: 'ms',
		digits: 1,
		must: { most: n <= 100 ? 2 : 1.5 },
		sides: ['bare', 'ours'],
		other: () => run(bareLive),
		ours: () => run(stage.ours)
	};
}

/** How long a post takes to each of the readers. */
export function measureFanOut(stage: Stage, side: LiveSide, seating: Seating, { rate, warmUp, seconds }: Timetable): Promise<Sample> {
	return withAudience(stage, side, seating, async (audience, startMeter) => {
		await postFor(audience, rate, warmUp);
		const delays: number[][] = Array.from({ length: windows }, () => []);
		let first = -1;
		const posts = rate * seconds;
		audience.heard = (_reader, post, after) => {
			if (first < 0) first = post;
			delays[Math.min(windows - 1, Math.floor(((post - first) * windows) / posts))]?.push(after);
		};
		const used = startMeter();
		const complete = await postFor(audience, rate, seconds);
		const usage = used();
		const over = (share: number) => median(delays.map((window) => percentile(window, share)));
		return {
			figure: over(0.95),
			usage,
			more: { p50: over(0.5), p99: over(0.99), max: percentile(delays.flat(), 1) },
			fault: faultOf(audience, complete)
		};
	});
}

/** Posts for so many seconds; says whether everybody got everything. */
async function postFor(audience: Audience, rate: number, seconds: number): Promise<boolean> {
	const began = performance.now();
	const everywhere: Promise<void>[] = [];
	for (let post = 0; post < rate * seconds; post++) {
		const wait = began + (post * 1000) / rate - performance.now();
		if (wait > 0) await pause(wait);
		everywhere.push(audience.post().everywhere);
	}
	return inTime(Promise.all(everywhere));
}
