import { setTimeout as pause } from 'node:timers/promises';
import type { Seating } from '../audience.ts';
import { faultOf, inTime, withAudience, type Stage } from '../live.ts';
import { bareLive, type LiveSide } from '../live-side.ts';
import { percentile, type Part, type Sample } from '../sample.ts';

/** Posts that everybody misses while away. */
const missed = 50;

/** All readers come back in the same moment, and each reads what was written meanwhile. */
export function storm(stage: Stage, { n }: { n: number }): Part {
	const run = (side: LiveSide) => measureReturn(stage, side, { readers: n, threads: 1 });
	return {
		key: 'storm',
		title: `${n} signed-in readers reconnect, ${missed} events behind: all current`,
		unit: 's',
		digits: 2,
		must: { most: 1.5 },
		sides: ['bare', 'ours'],
		other: () => run(bareLive),
		ours: () => run(stage.ours)
	};
}

/** How long it takes until each of those who come back at once has everything. */
export function measureReturn(stage: Stage, side: LiveSide, seating: Seating): Promise<Sample> {
	const { readers: n } = seating;
	return withAudience(stage, side, seating, async (audience, startMeter) => {
		await Promise.all(Array.from({ length: 20 }, () => audience.post().everywhere));
		audience.unseatReaders();
		await pause(1500);
		await audience.noteHeads();
		for (let post = 0; post < missed; post++) await audience.post().acknowledged;
		await pause(500);

		// Everything that was written, and the word that all else is known.
		const behind = new Int32Array(n).fill(missed + 1);
		const current: number[] = [];
		const { promise: all, resolve } = Promise.withResolvers<void>();
		const used = startMeter();
		const began = performance.now();
		const came = (reader: number) => {
			if (--behind[reader]! > 0) return;
			current.push((performance.now() - began) / 1000);
			if (current.length === n) resolve();
		};
		audience.heard = came;
		audience.settled = came;
		const complete = await inTime(Promise.all([audience.seatReaders(n), all]));
		return {
			figure: percentile(current, 1),
			usage: used(),
			more: { p50: percentile(current, 0.5), p95: percentile(current, 0.95) },
			fault: faultOf(audience, complete)
		};
	});
}
