import { openDemo } from '../../scripts/open-demo.mjs';
import { sums, weigh } from '../../scripts/weigh.mjs';
import { who } from '../support/actors.ts';
import { expect, test } from '../support/stage.ts';

test('a meeting page stays light', async () => {
	test.slow();
	const demo = await openDemo();
	const warm = await demo.context({}, who.officer);
	const cold = await demo.browser.newContext({ storageState: await warm.storageState() });
	const pieces = await weigh(await cold.newPage(), `${demo.url}/meetings/coimbra-2017`);
	await demo.close();
	const table = sums(pieces);
	expect(
		table.filter(({ over }) => over),
		JSON.stringify(table)
	).toEqual([]);
	expect(pieces.length).toBeGreaterThan(5);
});
