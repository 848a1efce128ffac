import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { hashOf, newToken } from '#lib/server/auth/token.ts';
import { mails } from '#lib/server/db/schema/mail.ts';
import { networks } from '#lib/server/db/schema/networks.ts';
import { invitations } from '#lib/server/db/schema/people.ts';
import { connections } from '#lib/server/mail/mailer.ts';
import type { Services } from '#lib/server/services.ts';
import { groundOf } from '../support/ground.ts';
import { mailServer } from '../support/mail-server.ts';
import { runServer } from '../support/running-server.ts';
import { tell } from './ledger.ts';

const count = 500;
const kills = Number(process.env.FAULT_KILLS ?? 3);

/** So many people are invited, in one transaction. */
async function inviteMany({ db, mail }: Services): Promise<void> {
	const [network] = await db.select().from(networks);
	await db.transaction(async (tx) => {
		for (let n = 0; n < count; n += 1) {
			const [id, token] = [randomUUID(), newToken()];
			const to = { email: `guest${n}@city.example`, name: `Guest ${n}`, locale: n % 2 ? 'lv' : 'en', role: 'reader' as const };
			await tx.insert(invitations).values({
				...to,
				id,
				networkId: network?.id ?? '',
				tokenHash: hashOf(token),
				createdAt: new Date(),
				expiresAt: new Date(Date.now() + 3_600_000)
			});
			await mail.queue(tx, { kind: 'invitation', subjectId: id, secret: token });
		}
	});
}

test(`the server is killed ${kills} times while ${count} mails go out`, { timeout: 120_000 + kills * 30_000 }, async () => {
	const folder = await mkdtemp(join(tmpdir(), 'swing-mails-'));
	const inbox = await mailServer({ onEmail: () => pause(Math.random() * 12) });
	const server = await runServer(join(folder, 'data'), { SMTP_URL: inbox.url, MAIL_FROM: 'swing@desk.example' });
	const { services, close } = await groundOf(server);
	await inviteMany(services);

	for (let kill = 1; kill <= kills; kill += 1) {
		const until = Math.floor((count / (kills + 1)) * kill);
		await expect.poll(() => inbox.taken.length, { timeout: 60_000, interval: 5 }).toBeGreaterThanOrEqual(until);
		await pause(Math.random() * 20);
		await server.kill();
		await server.start();
	}

	// By the hour of the day the demo itself has emails to write; they are none of the test's.
	const left = () => services.sql`select count(*)::int as n from mails where kind = 'invitation' and state in ('waiting', 'sending')`;
	await expect.poll(async () => (await left())[0]?.n as number, { timeout: 90_000, interval: 100 }).toBe(0);
	const rows = await services.db
		.select({ id: mails.id, state: mails.state, unsure: mails.unsure })
		.from(mails)
		.where(eq(mails.kind, 'invitation'));
	const times = new Map<string, number>();
	for (const { id } of inbox.taken) times.set(id.slice(1, id.indexOf('@')), (times.get(id.slice(1, id.indexOf('@'))) ?? 0) + 1);

	// What was transmitted when the process died, and only that, may have come again, under the same id.
	const unsure = rows.reduce((sum, row) => sum + row.unsure, 0);
	const again = inbox.taken.length - times.size;
	const beyond = rows.filter((row) => (times.get(row.id) ?? 0) > 1 + row.unsure);
	const lost = rows.filter((row) => !times.has(row.id));
	tell('kill -9 while mails go out', `${again} of ${unsure} in doubt came again under the same id`, {
		writes: count,
		acks: rows.filter(({ state }) => state === 'sent').length,
		faults: kills,
		lost: lost.length,
		doubled: beyond.length
	});
	expect(rows).toHaveLength(count);
	expect(rows.filter(({ state }) => state !== 'sent')).toEqual([]);
	expect(lost).toEqual([]);
	expect(beyond).toEqual([]);
	expect(unsure).toBeLessThanOrEqual(kills * connections);
	for (let n = 0; n < count; n += 1) expect(inbox.to(`guest${n}@city.example`)).toHaveLength(1);

	await close();
	await server.stop();
	await inbox.close();
	await rm(folder, { recursive: true, force: true });
});
