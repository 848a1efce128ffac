import { setTimeout as pause } from 'node:timers/promises';
import type { Audience } from '../audience.ts';
import { faultOf, inTime, withAudience, type Stage } from '../live.ts';
import { bareLive, ourLive, type LiveSide } from '../live-side.ts';
import { median, percentile, type Part, type Sample } from '../sample.ts';

/** Posts a second, on a timetable that a slow server does not slow down. */
const rate = 20;
const warmUp = 4;
const windows = 3;

export function fanOut(stage: Stage, { n, seconds }: { n: number; seconds: number }): Part {
	const run = (side: LiveSide) => measure(stage, side, n, seconds);
	return {
		key: 'fanout',
		title: `a post to ${n} readers, ${rate} posts/s, p95`,
		unit: 'ms',
		digits: 1,
		must: { most: n <= 100 ? 2 : 1.5 },
		sides: ['bare', 'ours'],
		other: () => run(bareLive),
		ours: () => run(ourLive)
	};
}

function measure(stage: Stage, side: LiveSide, n: number, seconds: number): Promise<Sample> {
	return withAudience(stage, side, { readers: n, threads: 1 }, async (audience, startMeter) => {
		await timetable(audience, warmUp);
		const delays: number[][] = Array.from({ length: windows }, () => []);
		let first = -1;
		const posts = rate * seconds;
		audience.heard = (_reader, post, after) => {
			if (first < 0) first = post;
			delays[Math.min(windows - 1, Math.floor(((post - first) * windows) / posts))]?.push(after);
		};
		const used = startMeter();
		const complete = await timetable(audience, seconds);
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
async function timetable(audience: Audience, seconds: number): Promise<boolean> {
	const began = performance.now();
	const everywhere: Promise<void>[] = [];
	for (let post = 0; post < rate * seconds; post++) {
		const wait = began + (post * 1000) / rate - performance.now();
		if (wait > 0) await pause(wait);
		everywhere.push(audience.post().everywhere);
	}
	return inTime(Promise.all(everywhere));
}
