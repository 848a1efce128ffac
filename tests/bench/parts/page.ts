import type { Build } from '../build.ts';
import type { BenchDatabase, Postgres } from '../database.ts';
import { loadPages } from '../generator/pages.ts';
import { percentile, type Part, type Sample } from '../sample.ts';
import { tokenOf } from '../seed/names.ts';
import { startServer } from '../server-process.ts';
import { meter } from '../usage.ts';

/** A page of one side: which server shows it, from which database, under which paths. */
interface Shown {
	server: Build | 'tests/bench/bare/page.ts';
	database: () => Promise<BenchDatabase>;
	paths: string[];
	encoding?: string;
}

/** What browsers take; the other rows ask as machines do, whom nothing is compressed for. */
const browser = 'gzip, deflate, br, zstd';

const connections = 4;
const warmUp = 4;
/** People who ask for pages in turn. */
const people = 20;
const largest = 250;
/** On the line to a browser. */
const largestCompressed = 50;
/** Where a hundred answers in earlier discussions are told above the window. */
const largestTelling = 300;

const longPaths = [
	'/meetings/long',
	'/meetings/long?from=10000',
	'/meetings/long?from=19970',
	'/meetings/answered?from=10001',
	'/meetings/answered',
	'/meetings/untouched'
];

type Databases = Record<'small' | 'large', () => Promise<BenchDatabase>>;

/** The page of a thread of 200 posts beside the least that shows the same words, and beside itself among many more. */
export function pages(postgres: Postgres, build: Build, { small, large }: Databases, { seconds }: { seconds: number }): Part[] {
	const show = (shown: Shown) => () => measure(postgres, shown, seconds);
	const ours: Shown = { server: build, database: small, paths: ['/meetings/short'] };
	const page = { unit: 'ms', digits: 1, ours: show(ours) };
	return [
		{
			...page,
			key: 'page',
			title: 'meeting page, 200 posts of 300 characters, signed in, p95',
			must: { most: 4 },
			bounds: { kB: largest },
			sides: ['bare Express', 'ours'],
			other: show({ server: 'tests/bench/bare/page.ts', database: small, paths: ['/meetings/short'] })
		},
		{
			...page,
			key: 'long',
			title: 'the same in threads of 20,000 posts: end, middle, first unread; with answers: middle, first unread, nothing read',
			must: { most: 1.5 },
			bounds: { kB: largestTelling },
			sides: ['200 posts', '20,000 posts'],
			other: page.ours,
			ours: show({ ...ours, paths: longPaths })
		},
		{
			...page,
			key: 'million',
			title: 'the same in a database of 1,000,000 posts',
			must: { most: 1.5 },
			bounds: { kB: largest },
			sides: ['small database', '1,000,000 posts'],
			other: page.ours,
			ours: show({ ...ours, database: large })
		},
		{
			key: 'bytes',
			title: 'bytes on the line of that page, as a browser asks for it',
			unit: 'kB',
			digits: 1,
			must: { most: 1 },
			bounds: { kB: largestCompressed },
			sides: ['not compressed', 'ours'],
			other: () => weigh(postgres, ours, seconds),
			ours: () => weigh(postgres, { ...ours, encoding: browser }, seconds)
		}
	];
}

async function measure(postgres: Postgres, { server: shown, database, paths, encoding }: Shown, seconds: number): Promise<Sample> {
	const { url: databaseUrl } = await database();
	const server = await (typeof shown === 'string' ? startServer(shown, { databaseUrl, ready: '/' }) : shown.start(databaseUrl));
	try {
		const urls = paths.map((path) => new URL(path, server.url));
		const cookies = Array.from({ length: people }, (_, person) => `swing=${tokenOf(person)}`);
		await loadPages(urls, { cookies, connections, encoding, seconds: warmUp });
		const used = meter(server.pid, postgres.pid);
		const { delays, bytes, failed } = await loadPages(urls, { cookies, connections, encoding, seconds });
		return {
			figure: percentile(delays, 0.95),
			usage: used(),
			more: { p50: percentile(delays, 0.5), p99: percentile(delays, 0.99), pages: delays.length, kB: bytes / 1000 },
			fault: failed > 0 ? `${failed} pages failed` : null
		};
	} finally {
		await server.stop();
	}
}

/** The size is the figure; what compressing costs in time stands beside it. */
async function weigh(postgres: Postgres, shown: Shown, seconds: number): Promise<Sample> {
	const sample = await measure(postgres, shown, seconds);
	return { ...sample, figure: sample.more.kB ?? NaN, more: { ...sample.more, p95: sample.figure } };
}
