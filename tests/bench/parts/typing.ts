import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import type { Build } from '../build.ts';
import { inBrowser } from '../browser.ts';
import type { BenchDatabase, Postgres } from '../database.ts';
import { percentile, type Part, type Sample } from '../sample.ts';
import { planSectionShortId } from '../seed/names.ts';
import { addressOfSeeded, written, writersOfPlans } from '../seed/plans.ts';
import { meter } from '../usage.ts';

/** Between two keys, in ms: fast, and in no step with the frames of the screen. */
const pace = 47;
const warmUp = 40;

/** Typing in the middle of a section of 30 kB, in the editor of the built page, beside typing in an empty one. */
export function sectionTyping(
	postgres: Postgres,
	build: Build,
	database: () => Promise<BenchDatabase>,
	{ seconds }: { seconds: number }
): Part {
	const side = (place: number) => () => measure(postgres, build, database, place, seconds);
	return {
		key: 'typing',
		title: 'typing in a section of 30 kB, from the key to the screen, p95',
		unit: 'ms',
		digits: 1,
		must: { most: 1.5 },
		sides: ['empty section', '30 kB'],
		other: side(written.empty),
		ours: side(0)
	};
}

async function measure(
	postgres: Postgres,
	build: Build,
	database: () => Promise<BenchDatabase>,
	place: number,
	seconds: number
): Promise<Sample> {
	const opened = await database();
	const address = await addressOfSeeded(opened.sql, written.plan);
	const short = planSectionShortId(written.plan, place);
	return inBrowser(build, opened, { person: writersOfPlans[0]! }, async (page, server, browser) => {
		await page.goto(`${address}?section=${short}#s-${short}`);
		await page.locator(`#s-${short} .acts a`).click();
		const text = page.locator(`#s-${short} [contenteditable="true"]`);
		await text.locator('p').first().waitFor();
		const lines = text.locator('p');
		await lines.nth(Math.floor((await lines.count()) / 2)).click();
		await page.keyboard.press('End');
		const length = async (): Promise<number> => (await text.innerText()).length;
		await type(page, warmUp);
		const before = await length();
		await page.evaluate(watchKeys);
		const used = meter(server.pid, postgres.pid, browser);
		const keys = Math.floor((seconds * 1000) / pace);
		await type(page, keys);
		const usage = used();
		const times = await page.evaluate(() => (globalThis as { painted?: number[] }).painted ?? []);
		const typed = (await length()) - before;
		return {
			figure: percentile(times, 0.95),
			usage,
			more: { p50: percentile(times, 0.5), p99: percentile(times, 0.99), keys: times.length },
			fault: typed === keys && times.length === keys ? null : `of ${keys} keys ${typed} were written and ${times.length} seen`
		};
	});
}

/** Words of seven letters, on a timetable. */
async function type(page: Page, keys: number): Promise<void> {
	const began = performance.now();
	for (let n = 0; n < keys; n++) {
		const wait = began + n * pace - performance.now();
		if (wait > 0) await pause(wait);
		await page.keyboard.type(n % 8 === 7 ? ' ' : 'rivers'.charAt(n % 6));
	}
	await pause(100);
}

/** In the page: from the moment of a key to that right behind the frame which shows it. */
function watchKeys(): void {
	const painted: number[] = [];
	Object.assign(globalThis, { painted });
	addEventListener(
		'keydown',
		({ timeStamp }) =>
			requestAnimationFrame(() => {
				const { port1, port2 } = new MessageChannel();
				port1.onmessage = () => void painted.push(performance.now() - timeStamp);
				port2.postMessage(null);
			}),
		{ capture: true }
	);
}
