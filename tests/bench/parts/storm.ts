import { setTimeout as pause } from 'node:timers/promises';
import { faultOf, inTime, withAudience, type Stage } from '../live.ts';
import { bareLive, ourLive, type LiveSide } from '../live-side.ts';
import { percentile, type Part, type Sample } from '../sample.ts';

/** Posts that everybody misses while away. */
const missed = 50;

/** All readers come back in the same moment, and each reads what was written meanwhile. */
export function storm(stage: Stage, { n }: { n: number }): Part {
	const run = (side: LiveSide) => measure(stage, side, n);
	return {
		key: 'storm',
		title: `${n} signed-in readers reconnect, ${missed} events behind: all current`,
		unit: 's',
		digits: 2,
		must: { most: 1.5 },
		sides: ['bare', 'ours'],
		other: () => run(bareLive),
		ours: () => run(ourLive)
	};
}

function measure(stage: Stage, side: LiveSide, n: number): Promise<Sample> {
	return withAudience(stage, side, { readers: n, threads: 1 }, async (audience, startMeter) => {
		await Promise.all(Array.from({ length: 20 }, () => audience.post().everywhere));
		audience.unseatReaders();
		await pause(1500);
		await audience.noteHeads();
		for (let post = 0; post < missed; post++) await audience.post().acknowledged;
		await pause(500);

		const behind = new Int32Array(n).fill(missed);
		const current: number[] = [];
		const { promise: all, resolve } = Promise.withResolvers<void>();
		const used = startMeter();
		const began = performance.now();
		audience.heard = (reader) => {
			if (--behind[reader]! > 0) return;
			current.push((performance.now() - began) / 1000);
			if (current.length === n) resolve();
		};
		const complete = await inTime(Promise.all([audience.seatReaders(n), all]));
		return {
			figure: percentile(current, 1),
			usage: used(),
			more: { p50: percentile(current, 0.5), p95: percentile(current, 0.95) },
			fault: faultOf(audience, complete)
		};
	});
}
