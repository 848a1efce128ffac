import { who } from '../support/actors.ts';
import { groundOf, leavePost } from '../support/ground.ts';
import { expect, test } from '../support/stage.ts';
import { ThreadPage } from '../support/thread-page.ts';

test('who is too far behind gets the page anew, and neither loses the place nor what is being written', async ({ as, server }) => {
	test.slow();
	const slug = 'wolverhampton-2016';
	const ground = await groundOf(server);
	const leave = async (posts: number) => {
		for (let n = 0; n < posts; n++) await leavePost(ground.services, slug, who.host, 'posted');
	};
	await leave(60);
	const { page, watch } = await as(who.expert);
	watch.expectsToHear(/WebSocket|ERR_|Failed to load resource|network/i);
	const thread = await new ThreadPage(page).open(slug);
	// Not every browser holds the place by itself when something above goes away.
	await page.evaluate(() => document.documentElement.style.setProperty('overflow-anchor', 'none'));
	const looked = page.locator('article[id^="p-"]').nth(30);
	await looked.scrollIntoViewIfNeeded();
	const id = await looked.getAttribute('id');
	await thread.write('Half a sentence about the');

	const told = async () => {
		const [cursor] = await ground.services.sql<{ seq: string }[]>`
			select upper(read_states.read) - 1 as seq from read_states join people on people.id = person_id join meetings using (stream)
			where email = ${who.expert} and slug = ${slug}`;
		return Number(cursor?.seq ?? 0);
	};
	await expect.poll(told).toBeGreaterThan(20);

	await server.stop();
	await expect(page.getByText(/No connection since/)).toBeVisible({ timeout: 20_000 });
	const before = await page.locator(`#${id}`).boundingBox();
	await leave(520);
	await server.start();

	await expect(page.getByText(/new messages below/)).toBeVisible({ timeout: 30_000 });
	const after = await page.locator(`#${id}`).boundingBox();
	expect(Math.abs((after?.y ?? 0) - (before?.y ?? 9999))).toBeLessThan(8);
	await thread.holds('Half a sentence about the');
	await ground.close();
});
