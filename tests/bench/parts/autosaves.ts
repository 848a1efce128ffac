import { setTimeout as pause } from 'node:timers/promises';
import { SectionWriter } from '../generator/section-writer.ts';
import type { Stage } from '../live.ts';
import { openLine, type ProductSide } from '../live-side.ts';
import { plansOf } from '../plans-side.ts';
import type { Part } from '../sample.ts';
import { written, writersOfPlans } from '../seed/plans.ts';
import { longSection } from '../seed/sections.ts';
import type { ServerProcess } from '../server-process.ts';
import { measureFanOut } from './fan-out.ts';

const aMinute = 50;
const writers = 10;
const readers = 100;

/** A post in the stream of a plan in which ten people write, beside the same while nobody does. */
export function besideAutosaves(stage: Stage, { seconds }: { seconds: number }): Part {
	const plans = plansOf(stage.ours);
	// Few saves in a second: the percentile needs many of them.
	const timetable = { rate: 20, warmUp: 4, seconds: 3 * seconds };
	const measure = (side: ProductSide) => measureFanOut(stage, side, { readers, threads: 1 }, timetable);
	return {
		key: 'autosaves',
		title: `a post to ${readers} readers of a plan while ${aMinute} saves of 30 kB a minute are made in it, p95`,
		unit: 'ms',
		digits: 1,
		must: { most: 1.3 },
		sides: ['nobody writes', 'ten people write'],
		other: () => measure(plans),
		ours: () => measure({ ...plans, start: async (url) => savedIn(await plans.start(url)) })
	};
}

/** A server to which people save for as long as it runs: two in each section, in paragraphs of their own. */
async function savedIn(server: ServerProcess): Promise<ServerProcess> {
	const over = new AbortController();
	const lines = await Promise.all(
		writersOfPlans.slice(0, writers).map((person) =>
			openLine(
				server,
				person,
				() => {},
				() => {}
			)
		)
	);
	const people = lines.map(
		(line, n) =>
			new SectionWriter(line, {
				person: writersOfPlans[n]!,
				plan: written.plan,
				place: 1 + (n % (writers / 2)),
				doc: longSection(),
				every: 50,
				first: n < writers / 2 ? 1 : 2
			})
	);
	const saving = (async () => {
		for (let turn = 0; !over.signal.aborted; turn++) {
			await people[turn % writers]!.save();
			await pause(60_000 / aMinute, undefined, { signal: over.signal }).catch(() => {});
		}
	})();
	return {
		...server,
		async stop() {
			over.abort();
			await saving;
			for (const line of lines) line.close();
			await server.stop();
		}
	};
}
