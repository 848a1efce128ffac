import { eq } from 'drizzle-orm';
import { memberships, people } from '#lib/server/db/schema/people.ts';
import { groundOf, settle, suspend } from '../support/ground.ts';
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

		await db.update(memberships).set({ role: 'local' }).where(eq(memberships.personId, person?.id ?? ''));
		await expect(thread.box).toHaveCount(0);
		await db.update(memberships).set({ role: 'officer' }).where(eq(memberships.personId, person?.id ?? ''));
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
