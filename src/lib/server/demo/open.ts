import { eq } from 'drizzle-orm';
import { hashPassword } from '../auth/password.ts';
import { people } from '../db/schema/people.ts';
import { catchUp } from '../search/index/catch-up.ts';
import type { Services } from '../services.ts';
import { demoLinks, type DemoLink } from './links.ts';
import { openDemoFiles, type DemoFiles } from './seed-files.ts';
import { seedDemo } from './seed.ts';

/**
 * Makes the demo ready: its people, their password when one is configured, and a sign-in link for each.
 * @param begun its files, where they were begun with before
 */
export async function openDemo(services: Services, begun?: DemoFiles): Promise<DemoLink[]> {
	let files = begun;
	const filled = await seedDemo(services, () => (files ??= openDemoFiles(services.config.files))).finally(() => files?.close());
	// Who comes first finds what the demo holds.
	if (filled) await catchUp(services.sql, services.log, { most: 200, rest: 0 });
	await setDemoPassword(services);
	return demoLinks(services);
}

async function setDemoPassword({ config, db }: Services): Promise<void> {
	if (config.demoPassword === null) return;
	const passwordHash = await hashPassword(config.demoPassword);
	await db.update(people).set({ passwordHash }).where(eq(people.invented, true));
}
