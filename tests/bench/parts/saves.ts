import { setTimeout as pause } from 'node:timers/promises';
import type { SectionDoc } from '#lib/model/documents/section-doc.ts';
import type { Build } from '../build.ts';
import type { BenchDatabase, Postgres } from '../database.ts';
import { SectionWriter } from '../generator/section-writer.ts';
import { openLine } from '../live-side.ts';
import type { Part, Sample } from '../sample.ts';
import { planSectionId } from '../seed/names.ts';
import { written, writersOfPlans } from '../seed/plans.ts';
import { longSection } from '../seed/sections.ts';
import type { ServerProcess } from '../server-process.ts';
import { meter } from '../usage.ts';

const warmUp = 20;
/** Between two saves, so that what each of them takes is told apart. */
const between = 100;
const longest = 16;

/** A way of saving: which of the section's paragraphs each of two writers changes, and whether each saves onto the other's. */
interface Way {
	every: number;
	firsts: [number, number];
	merges: boolean;
}

/** How long a save of a section of 30 kB holds up the main thread, beside one that is merged with nothing. */
export function saves(postgres: Postgres, build: Build, database: () => Promise<BenchDatabase>, { seconds }: { seconds: number }): Part[] {
	const row = (title: string, way: Way): Part => ({
		key: 'saves',
		title,
		unit: 'ms',
		digits: 1,
		must: { most: 2 },
		bounds: { 'ms at most': longest },
		sides: ['a save alone', 'ours'],
		other: () => measure(postgres, build, database, { ...way, merges: false }, seconds),
		ours: () => measure(postgres, build, database, way, seconds)
	});
	return [
		row('main thread held up by a save of 30 kB onto another of other paragraphs', {
			every: 50,
			firsts: [1, 2],
			merges: true
		}),
		row('the same where a tenth of all paragraphs changed on each side', { every: 10, firsts: [1, 6], merges: true }),
		row('the same where both changed every paragraph', { every: 1, firsts: [0, 0], merges: true })
	];
}

async function measure(
	postgres: Postgres,
	build: Build,
	database: () => Promise<BenchDatabase>,
	{ every, firsts, merges }: Way,
	seconds: number
): Promise<Sample> {
	const { url, sql } = await database();
	const server = await build.start(url);
	try {
		const place = 0;
		const section = planSectionId(written.plan, place);
		const lines = await Promise.all([0, 1].map((n) => lineOf(server, writersOfPlans[n]!)));
		const doc = longSection();
		const writers = lines.map(
			(line, n) => new SectionWriter(line, { person: writersOfPlans[n]!, plan: written.plan, place, doc, every, first: firsts[n]! })
		);
		const saveFor = async (until: () => boolean): Promise<number> => {
			let count = 0;
			const [{ n: base }] = await sql<[{ n: number }]>`select n from plan_sections where id = ${section}`;
			let n = base;
			const begin = async (writer: SectionWriter) => {
				const [{ doc }] = await sql<[{ doc: SectionDoc }]>`
					select doc from section_revisions where section_id = ${section} and n = ${n}`;
				writer.begin(n, doc);
			};
			while (until()) {
				// Of each pair the second began from the same revision, where it is to be merged.
				if (merges) for (const writer of writers) await begin(writer);
				for (const writer of writers) {
					if (!merges) await begin(writer);
					n = await writer.save();
					count += 1;
					await pause(between);
				}
			}
			return count;
		};
		let left = warmUp;
		await saveFor(() => (left -= 2) >= 0);
		const used = meter(server.pid, postgres.pid);
		const watched = await server.watch();
		const end = performance.now() + seconds * 1000;
		const count = await saveFor(() => performance.now() < end);
		const { longest: most, p99, sum } = await watched();
		for (const line of lines) line.close();
		return {
			figure: most,
			usage: used(),
			more: {
				'ms at most': most,
				p99,
				'ms a save': sum / count,
				saves: count,
				clashes: writers.reduce((all, one) => all + one.clashes, 0)
			},
			fault: count === 0 ? 'nothing was saved' : null
		};
	} finally {
		await server.stop();
	}
}

function lineOf(server: ServerProcess, person: number) {
	return openLine(
		server,
		person,
		() => {},
		() => {}
	);
}
