import { who } from '../support/actors.ts';
import { expectNoSideways } from '../support/accessible.ts';
import { groundOf, readEverything } from '../support/ground.ts';
import { hostile, novel } from '../support/hostile.ts';
import { expect, test } from '../support/stage.ts';
import { ThreadPage } from '../support/thread-page.ts';

const slug = 'genoa-2016';

for (const javaScript of [true, false]) {
	test(`hostile texts do not break the page, ${javaScript ? 'with' : 'without'} scripts`, async ({ as, server }) => {
		test.slow();
		const { services, close } = await groundOf(server);
		await readEverything(services, who.expert);
		await close();
		const { page } = await as(who.expert, { javaScript, width: 390 });
		const thread = await new ThreadPage(page).open(slug);
		const before = await page.getByRole('article').count();
		const title = await page.title();
		for (const [n, { text, words }] of hostile.entries()) {
			await thread.write(text);
			await thread.send.click();
			await expect(page.getByRole('article')).toHaveCount(before + n + 1);
			await expect(page.getByRole('article').last()).toContainText(words);
			await expectNoSideways(page);
		}
		await page.reload();
		await expect(page.getByRole('article')).toHaveCount(before + hostile.length);
		await expect(page).toHaveTitle(title);
		await expectNoSideways(page);
		await expect(page.locator('main a[href^="javascript:"]')).toHaveCount(0);
	});
}

test('a novel just within the limit is taken and read by others at once', async ({ as }) => {
	const elio = await as(who.expert);
	const ilze = await as(who.officer, { locale: 'lv' });
	const his = await new ThreadPage(elio.page).open(slug);
	const hers = await new ThreadPage(ilze.page, 'lv').open(slug);
	await his.write(`${novel} The end`);
	await his.send.click();
	await expect(hers.post('The end')).toHaveCount(1);
	await expectNoSideways(ilze.page);
});
