import { setTimeout as pause } from 'node:timers/promises';
import { faultOf, withAudience, type Stage } from '../live.ts';
import { bareLive, type LiveSide } from '../live-side.ts';
import type { Part, Sample } from '../sample.ts';

const settling = 3000;
const atOnce = 50;
/** Posts that all read once, so that what is made at the first use is there before anybody is weighed. */
const warmUp = 50;

/** What a server holds for every reader who follows a thread, all garbage collected. */
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
		ours: () => run(stage.ours)
	};
}

function measure(stage: Stage, side: LiveSide, n: number): Promise<Sample> {
	const work = async (...[audience, startMeter]: Parameters<Parameters<typeof withAudience<Sample>>[3]>) => {
		await audience.seatReaders(atOnce);
		await Promise.all(Array.from({ length: warmUp }, () => audience.post().everywhere));
		audience.unseatReaders();
		await pause(settling);
		const before = await audience.server.weigh();
		const used = startMeter();
		await audience.noteHeads();
		await audience.seatReaders(atOnce);
		await pause(settling);
		const after = await audience.server.weigh();
		return {
			figure: (after.held - before.held) / 1024 / n,
			usage: used(),
			more: {
				resident: (after.resident - before.resident) / 1024 / n,
				before_mb: before.held / 2 ** 20,
				after_mb: after.held / 2 ** 20
			},
			fault: faultOf(audience, true)
		};
	};
	return withAudience(stage, side, { readers: n, threads: 1 }, work, { seated: false });
}
