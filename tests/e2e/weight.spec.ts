import { sums, weigh } from '../../scripts/weigh.mjs';
import { who } from '../support/actors.ts';
import { seated } from '../support/seat.ts';
import { expect, test } from '../support/stage.ts';

test('a meeting page stays light', async ({ as, browser, server }) => {
	const { context } = await as(who.officer);
	const cold = await browser.newContext({ ...seated(server.url), storageState: await context.storageState() });
	const pieces = await weigh(await cold.newPage(), '/meetings/coimbra-2017');
	await cold.close();
	const table = sums(pieces);
	expect(table.filter(({ over }) => over), JSON.stringify(table)).toEqual([]);
	expect(pieces.length).toBeGreaterThan(5);
});
