import { eq } from 'drizzle-orm';
import { m } from '#lib/i18n/m';
import { memberships, people } from '#lib/server/db/schema/people.ts';
import { actorOf, who } from '../support/actors.ts';
import { groundOf, leaveMarkdown, settle, suspend } from '../support/ground.ts';
import { mention } from '../support/inbox.ts';
import { expect, test } from '../support/stage.ts';
import { ThreadPage } from '../support/thread-page.ts';

test('who gets another role sees other buttons at once, and who is suspended stands at the door', async ({ as, server }) => {
	const email = 'lelde.jauna@daugavpils.example';
	const ground = await groundOf(server);
	const { db } = ground.services;
	try {
		await settle(ground.services, email, {});
		const [person] = await db.select({ id: people.id }).from(people).where(eq(people.email, email));
		const { page, watch } = await as(email, { locale: 'en' });
		const thread = await new ThreadPage(page).open();
		await expect(thread.box).toBeVisible();

		await db
			.update(memberships)
			.set({ role: 'local' })
			.where(eq(memberships.personId, person?.id ?? ''));
		await expect(thread.box).toHaveCount(0);
		await db
			.update(memberships)
			.set({ role: 'officer' })
			.where(eq(memberships.personId, person?.id ?? ''));
		await expect(thread.box).toBeVisible();
		await thread.say('I may write again.');

		watch.expectsToHear(/WebSocket|Failed to load resource/);
		await suspend(ground.services, email);
		await page.waitForURL(/\/signin\?next=/);
		await expect(page.getByText('Your access is suspended')).toBeVisible();
	} finally {
		await ground.close();
	}
});

test('who loses an item, and who is suspended, reads no word of it any more on the inbox and the desk that are open', async ({
	as,
	server
}) => {
	const email = 'zane.drosa@daugavpils.example';
	const ground = await groundOf(server);
	const { db } = ground.services;
	try {
		await settle(ground.services, email, {});
		const { page, context, watch } = await as(email, { locale: 'en' });
		const zane = await actorOf(ground.services, email);
		await page.goto('/inbox');
		const desk = await context.newPage();
		await desk.goto('/');
		const words = 'between the two of us';
		await leaveMarkdown(ground.services, 'nantes-2017', who.expert, `${mention(zane)}: ${words}`);
		const told = (on: typeof page) => on.locator('main li').filter({ hasText: words });
		for (const open of [page, desk]) await expect(told(open).first()).toBeVisible();
		const address = (await told(page).getByRole('heading', { level: 3 }).getByRole('link').getAttribute('href')) ?? '';
		expect(address).toMatch(/^\/inbox\/[0-9a-f-]{36}$/);

		watch.expectsToHear(/WebSocket|Failed to load resource/);
		const member = (endsAt: Date | null) => db.update(memberships).set({ endsAt }).where(eq(memberships.personId, zane.id));
		await member(new Date());
		for (const open of [page, desk]) {
			await expect(told(open)).toHaveCount(0);
			expect(await open.content()).not.toContain(words);
		}
		await expect(page.locator('header').getByRole('link', { name: m.shell_inbox({}, { locale: 'en' }), exact: true })).toBeVisible();
		expect((await page.request.get(address)).status()).toBe(404);
		expect(await (await page.request.get('/inbox')).text()).not.toContain(words);
		await member(null);
		for (const open of [page, desk]) await expect(told(open).first()).toBeVisible();

		await suspend(ground.services, email);
		for (const open of [page, desk]) {
			await open.waitForURL(/\/signin/);
			expect(await open.content()).not.toContain(words);
		}
		for (const closed of ['/inbox', address, `/inbox/cards?id=${address.slice('/inbox/'.length)}`]) {
			const answer = await page.request.get(closed);
			expect(await answer.text(), closed).not.toContain(words);
		}
	} finally {
		await ground.close();
	}
});
