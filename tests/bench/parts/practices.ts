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

const chosen = [
	'',
	'theme=talent',
	'theme=talent&theme=places&city=po',
	'cost=under-10000&cost=10000-50000',
	'evidence=measured&completeness=10-12&lang=lv',
	'tag=tag+7&period=2015&period=2010',
	'country=LV&form=story&tells=lessons'
];
/** Words in many entries, in some and in few. */
const words = [1, 10, 30, 100, 300, 1000, 3000].map(wordOf);

/** What the list answers its page when something is chosen, beside the bare SQL of the same counts, over 5,000 entries. */
export function practiceLists(
	postgres: Postgres,
	build: Build,
	database: () => Promise<BenchDatabase>,
	{ seconds }: { seconds: number }
): Part[] {
	const row = (title: string, queries: string[]): Part => {
		const side = (start: Build['start'], path: string) => () => measure(postgres, { start, database, queries, path }, seconds);
		return {
			key: 'practices',
			title,
			unit: 'ms',
			digits: 1,
			must: { most: 1.5 },
			sides: ['bare SQL', 'ours'],
			other: side((databaseUrl) => startServer('tests/bench/bare/practices.ts', { databaseUrl, ready: '/' }), '/practices'),
			// What the page's script asks for: the page's own data without those of the frame around it.
			ours: side(build.start, '/practices/__data.json?x-sveltekit-invalidated=01')
		};
	};
	return [
		row('list of 5,000 practices with the counts of every facet, p95', chosen),
		row(
			'the same with words that are looked for, p95',
			words.map((word, n) => `q=${word}&${chosen[n] ?? ''}`)
		)
	];
}

interface Asked {
	start: Build['start'];
	database: () => Promise<BenchDatabase>;
	queries: string[];
	path: string;
}

async function measure(postgres: Postgres, { start, database, queries, path }: Asked, seconds: number): Promise<Sample> {
	const { url: databaseUrl } = await database();
	const server = await start(databaseUrl);
	try {
		const urls = queries.map((query) => new URL(`${path}${path.includes('?') ? '&' : '?'}${query}`, server.url));
		const cookies = Array.from({ length: people }, (_, person) => `swing=${tokenOf(person)}`);
		const load = (long: number) => loadPages(urls, { cookies, connections, seconds: long, accept: 'application/json' });
		await load(warmUp);
		const used = meter(server.pid, postgres.pid);
		const { delays, bytes, failed } = await load(seconds);
		return {
			figure: percentile(delays, 0.95),
			usage: used(),
			more: { p50: percentile(delays, 0.5), p99: percentile(delays, 0.99), 'a second': delays.length / seconds, kB: bytes / 1000 },
			fault: failed > 0 ? `${failed} lists failed` : null
		};
	} finally {
		await server.stop();
	}
}
