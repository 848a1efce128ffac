import type { Build } from '../build.ts';
import type { BenchDatabase, Postgres } from '../database.ts';
import { loadPages } from '../generator/pages.ts';
import { percentile, type Part, type Sample } from '../sample.ts';
import { people, tokenOf } from '../seed/names.ts';
import { wordOf } from '../seed/vocabulary.ts';
import { startServer } from '../server-process.ts';
import { meter } from '../usage.ts';

const connections = 4;
const warmUp = 4;

/** Words that stand in nearly every post, in many, in some and in few; alone and two together. */
const asked = [0, 1, 3, 10, 30, 100, 300, 1000, 3000, 9000].map(wordOf);
const queries = [...asked, ...asked.slice(0, 8).map((word, n) => `${word} ${asked[n + 2]}`)];

/** What the search answers to a script as somebody types, beside the bare SQL with the same cap, over 200,000 posts. */
export function search(postgres: Postgres, build: Build, database: () => Promise<BenchDatabase>, { seconds }: { seconds: number }): Part {
	const measured = (start: Build['start']) => () => measure(postgres, { start, database }, seconds);
	return {
		key: 'search',
		title: 'search over 200,000 posts, common and rare words, signed in, p95',
		unit: 'ms',
		digits: 1,
		must: { most: 2 },
		sides: ['bare SQL', 'ours'],
		other: measured((databaseUrl) => startServer('tests/bench/bare/search.ts', { databaseUrl, ready: '/' })),
		ours: measured(build.start)
	};
}

async function measure(
	postgres: Postgres,
	{ start, database }: { start: Build['start']; database: () => Promise<BenchDatabase> },
	seconds: number
): Promise<Sample> {
	const { url: databaseUrl } = await database();
	const server = await start(databaseUrl);
	try {
		const urls = queries.map((q) => new URL(`/search?${new URLSearchParams({ q })}`, server.url));
		const cookies = Array.from({ length: people }, (_, person) => `swing=${tokenOf(person)}`);
		const load = (long: number) => loadPages(urls, { cookies, connections, seconds: long, accept: 'application/json' });
		await load(warmUp);
		const used = meter(server.pid, postgres.pid);
		const { delays, failed } = await load(seconds);
		return {
			figure: percentile(delays, 0.95),
			usage: used(),
			more: { p50: percentile(delays, 0.5), p99: percentile(delays, 0.99), 'a second': delays.length / seconds },
			fault: failed > 0 ? `${failed} searches failed` : null
		};
	} finally {
		await server.stop();
	}
}
