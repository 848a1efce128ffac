import type { Page } from '@playwright/test';
import { who } from '../support/actors.ts';
import { expect, test } from '../support/stage.ts';
import { ThreadPage } from '../support/thread-page.ts';

const slug = 'poznan-2018';

test('two tabs with the editor open write one draft, and neither writes over the other', async ({ as }) => {
	const { page, context } = await as(who.expert);
	const tab = async (opened: Page) => {
		const thread = await new ThreadPage(opened).open(slug);
		await thread.box.click();
		await expect(thread.box).toHaveAttribute('contenteditable', 'true');
		return thread;
	};
	const [one, two] = [await tab(page), await tab(await context.newPage())];
	const heard = await two.page.evaluateHandle(() => {
		const count = { drafts: 0 };
		addEventListener('storage', ({ key }) => (count.drafts += key?.startsWith('kept-draft:') ? 1 : 0));
		return count;
	});
	let written = '';
	for (const word of ['Written ', 'in ', 'the ', 'second ']) {
		await two.box.pressSequentially(word, { delay: 100 });
		written += word;
		await one.holds(written.trim());
	}
	await two.box.pressSequentially('tab');
	await two.holds('Written in the second tab');
	await one.holds('Written in the second tab');
	expect(await heard.evaluate(({ drafts }) => drafts)).toBe(0);

	await one.box.press('End');
	await one.box.pressSequentially(', and gone on with in the first');
	await two.holds('Written in the second tab, and gone on with in the first');
	await one.page.goto('/inbox');
	await two.send.click();
	await expect(two.post('gone on with in the first')).toHaveCount(1);
	await one.open(slug);
	await expect(one.post('gone on with in the first')).toHaveCount(1);
	await expect(one.box).toHaveText('');
});
