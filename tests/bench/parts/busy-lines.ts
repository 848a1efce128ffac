import { setTimeout as pause } from 'node:timers/promises';
import type { Build } from '../build.ts';
import type { BenchDatabase, Postgres } from '../database.ts';
import { openBusyLines, type Busy } from '../generator/busy-lines.ts';
import { loadPages } from '../generator/pages.ts';
import { percentile, type Part, type Sample } from '../sample.ts';
import { tokenOf } from '../seed/names.ts';
import { meter } from '../usage.ts';

const warmUp = 3;
/** The directory of all who are in the network. */
const path = '/network';

/** How long somebody's page takes while one other member has ten lines that ask without a pause, beside the same page alone. */
export function besideBusyLines(
	postgres: Postgres,
	build: Build,
	database: () => Promise<BenchDatabase>,
	{ seconds }: { seconds: number }
): Part[] {
	const part = (busy: Busy, title: string): Part => ({
		key: 'lines',
		title,
		unit: 'ms',
		digits: 1,
		must: { most: 5 },
		sides: ['nobody else', 'ten lines'],
		other: () => measure(postgres, build, database, seconds, null),
		ours: () => measure(postgres, build, database, seconds, busy)
	});
	return [
		part('catch-ups', "another's page while ten lines of one member catch up, median"),
		part('writes', 'the same while they write'),
		part('pages', 'the same while they load long threads and search')
	];
}

async function measure(
	postgres: Postgres,
	build: Build,
	database: () => Promise<BenchDatabase>,
	seconds: number,
	busy: Busy | null
): Promise<Sample> {
	const { url: databaseUrl } = await database();
	const server = await build.start(databaseUrl, 1);
	try {
		const asked = { cookies: [`swing=${tokenOf(0)}`], connections: 1 };
		const urls = [new URL(path, server.url)];
		await loadPages(urls, { ...asked, seconds: warmUp });
		const lines = busy && (await openBusyLines(server, busy));
		if (lines) await pause(1000);
		const used = meter(server.pid, postgres.pid);
		const { delays, failed } = await loadPages(urls, { ...asked, seconds });
		const usage = used();
		await lines?.stop();
		const more = { p95: percentile(delays, 0.95), most: percentile(delays, 1), pages: delays.length };
		return {
			figure: percentile(delays, 0.5),
			usage,
			more: lines ? { ...more, answered: lines.answered, refused: lines.refused, cut: lines.cut } : more,
			fault: failed > 0 ? `${failed} pages failed` : null
		};
	} finally {
		await server.stop();
	}
}
