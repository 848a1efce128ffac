import type { Build } from '../build.ts';
import { inBrowser } from '../browser.ts';
import type { BenchDatabase, Postgres } from '../database.ts';
import { loadPages } from '../generator/pages.ts';
import { median, percentile, type Part, type Sample } from '../sample.ts';
import { people, planSectionShortId, tokenOf } from '../seed/names.ts';
import { addressOfSeeded } from '../seed/plans.ts';
import { meter } from '../usage.ts';

const connections = 4;
const warmUp = 4;
const [short, long] = ['pages-10', 'pages-150'];
/** Sections of each whose links are opened too: the first, one in the middle and the last. */
const places = { [short]: [0, 5, 9], [long]: [0, 25, 49] };

/** A plan of 150 pages beside one of 10: what the server takes, and when there is something to read. */
export function planPages(
	postgres: Postgres,
	build: Build,
	database: () => Promise<BenchDatabase>,
	{ seconds }: { seconds: number }
): Part[] {
	const row = (title: string, measure: (plan: typeof short | typeof long) => Promise<Sample>): Part => ({
		key: 'plan',
		title,
		unit: 'ms',
		digits: 1,
		must: { most: 1.5 },
		sides: ['10 pages', '150 pages'],
		other: () => measure(short),
		ours: () => measure(long)
	});
	const seen = (plan: string, javaScriptEnabled: boolean) => shown(postgres, build, database, { plan, javaScriptEnabled }, seconds);
	return [
		row('a plan of 150 pages, from its beginning and from links to sections, p95', (plan) =>
			served(postgres, build, database, { plan, places: places[plan] ?? [] }, seconds)
		),
		row('the same in the browser, until there is something to read, median', (plan) => seen(plan, true)),
		row('the same without scripts', (plan) => seen(plan, false))
	];
}

async function served(
	postgres: Postgres,
	build: Build,
	database: () => Promise<BenchDatabase>,
	{ plan, places: at }: { plan: string; places: number[] },
	seconds: number
): Promise<Sample> {
	const { url, sql } = await database();
	const address = await addressOfSeeded(sql, plan);
	const server = await build.start(url);
	try {
		const paths = [address, ...at.map((place) => `${address}?section=${planSectionShortId(plan, place)}`)];
		const urls = paths.map((path) => new URL(path, server.url));
		const cookies = Array.from({ length: Math.min(people, 20) }, (_, person) => `swing=${tokenOf(person)}`);
		await loadPages(urls, { cookies, connections, seconds: warmUp });
		const used = meter(server.pid, postgres.pid);
		const { delays, bytes, failed } = await loadPages(urls, { cookies, connections, seconds });
		const usage = used();
		const cores = usage.server + usage.postgres;
		return {
			figure: percentile(delays, 0.95),
			usage,
			more: {
				p50: percentile(delays, 0.5),
				pages: delays.length,
				'ms of processor a page': (cores * usage.seconds * 1000) / delays.length,
				kB: bytes / 1000
			},
			fault: failed > 0 ? `${failed} pages failed` : null
		};
	} finally {
		await server.stop();
	}
}

async function shown(
	postgres: Postgres,
	build: Build,
	database: () => Promise<BenchDatabase>,
	{ plan, javaScriptEnabled }: { plan: string; javaScriptEnabled: boolean },
	seconds: number
): Promise<Sample> {
	const opened = await database();
	const address = await addressOfSeeded(opened.sql, plan);
	return inBrowser(build, opened, { person: 0, javaScriptEnabled }, async (page, server, browser) => {
		const open = async (): Promise<{ content: number; ready: number }> => {
			await page.goto(address, { waitUntil: 'load' });
			// The words of the first section stand on the page that the server sends.
			await page
				.locator(`#s-${planSectionShortId(plan, 0)} p`)
				.first()
				.waitFor();
			const content = await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime);
			const ready = await page.evaluate(() => performance.getEntriesByType('navigation')[0]?.duration ?? 0);
			return { content: Number(await content.jsonValue()), ready };
		};
		for (let n = 0; n < warmUp; n++) await open();
		const used = meter(server.pid, postgres.pid, browser);
		const times: { content: number; ready: number }[] = [];
		for (const until = performance.now() + seconds * 1000; performance.now() < until;) times.push(await open());
		const contents = times.map(({ content }) => content);
		return {
			figure: median(contents),
			usage: used(),
			more: { p95: percentile(contents, 0.95), loaded: median(times.map(({ ready }) => ready)), pages: times.length },
			fault: times.length < 5 ? 'too few pages' : null
		};
	});
}
