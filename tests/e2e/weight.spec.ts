import { openDemo } from '../../scripts/open-demo.mjs';
import { modulesOf, sums, weigh, type Piece } from '../../scripts/weigh.mjs';
import { who } from '../support/actors.ts';
import { expect, test } from '../support/stage.ts';

/** What only a thread needs, its editor, files and live state. */
const ofThreads =
	/^src\/lib\/(components\/(thread|text|files)\/|client\/(drafts|threads\/(discussion|live-thread|read-marks|held-back|hidden-texts|new-posts|around))|model\/(documents|files|moderation)\/)/;
/** The rest of what only the pages of meetings need. */
const ofMeetings = /^src\/(lib\/(components|model)|routes)\/meetings\//;
/** Doors: each page that asks the policy has those of all nouns, a line or two of each. */
const door = /\/noun(-kinds)?\.ts$/;

test.describe.configure({ mode: 'serial' });

let demo: Awaited<ReturnType<typeof openDemo>>;
test.beforeAll(async () => {
	test.setTimeout(120_000);
	demo = await openDemo();
});
test.afterAll(() => demo.close());

/** Everything that comes with a page of somebody who has opened nothing else. */
async function comingWith(path: string): Promise<Piece[]> {
	const warm = await demo.context({}, who.officer);
	const cold = await demo.browser.newContext({ storageState: await warm.storageState() });
	const pieces = await weigh(await cold.newPage(), `${demo.url}${path}`);
	await Promise.all([warm.close(), cold.close()]);
	return pieces;
}

test('a meeting page stays light', async () => {
	const pieces = await comingWith('/meetings/coimbra-2017');
	const table = sums(pieces);
	expect(
		table.filter(({ over }) => over),
		JSON.stringify(table)
	).toEqual([]);
	expect(pieces.length).toBeGreaterThan(5);
	const modules = modulesOf(pieces);
	for (const some of [ofThreads, ofMeetings]) expect(modules.filter((path) => some.test(path)).length).toBeGreaterThan(3);
});

test.describe('a page of another room pays for its own code alone', () => {
	for (const path of ['/profile', '/network', '/inbox']) {
		test(path, async () => {
			const modules = modulesOf(await comingWith(path));
			expect(modules).toContain('src/lib/components/shell/Masthead.svelte');
			expect(modules.filter((one) => !door.test(one) && (ofThreads.test(one) || ofMeetings.test(one)))).toEqual([]);
		});
	}
});
