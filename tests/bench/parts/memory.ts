import { setTimeout as pause } from 'node:timers/promises';
import { faultOf, withAudience, type Stage } from '../live.ts';
import { bareLive, ourLive, type LiveSide } from '../live-side.ts';
import { memoryOf } from '../machine.ts';
import type { Part, Sample } from '../sample.ts';

const settling = 3000;

/** What the server's memory grows by with every reader who follows a thread. */
export function memory(stage: Stage, { n }: { n: number }): Part {
	const run = (side: LiveSide) => measure(stage, side, n);
	return {
		key: 'memory',
		title: `memory per connected reader, ${n} of them`,
		unit: 'kB',
		digits: 1,
		must: { most: 1.5 },
		sides: ['bare', 'ours'],
		other: () => run(bareLive),
		ours: () => run(ourLive)
	};
}

function measure(stage: Stage, side: LiveSide, n: number): Promise<Sample> {
	const work = async (...[audience, startMeter]: Parameters<Parameters<typeof withAudience<Sample>>[3]>) => {
		await pause(settling);
		const before = memoryOf(audience.server.pid);
		const used = startMeter();
		await audience.seatReaders(50);
		await pause(settling);
		const after = memoryOf(audience.server.pid);
		return {
			figure: (after - before) / n,
			usage: used(),
			more: { before_mb: before / 1024, after_mb: after / 1024 },
			fault: faultOf(audience, true)
		};
	};
	return withAudience(stage, side, { readers: n, threads: 1 }, work, { seated: false });
}
