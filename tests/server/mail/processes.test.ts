import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { vi } from 'vitest';
import { mails } from '#lib/server/db/schema/mail.ts';
import { transportsFor } from '#lib/server/mail/mailer.ts';
import { servicesOn } from '../../support/database.ts';
import { config, expect, queue, states, test, templates } from '../../support/emails.ts';
import { mailServer } from '../../support/mail-server.ts';

test('two processes share what is due, each email once', async ({ database, mailSetup }) => {
	const server = await mailSetup.open();
	const before = servicesOn(database, config(server.url));
	for (let n = 0; n < 60; n += 1) await queue(before, `${n}@city.example`);
	await before.close();
	const [one, two] = [mailSetup.sender(server.url), mailSetup.sender(server.url)];
	await Promise.all([one.mail.sendDue(), two.mail.sendDue()]);
	expect(server.taken).toHaveLength(60);
	expect(new Set(server.taken.map(({ id }) => id)).size).toBe(60);
});

test('what a dead process had leased goes out; when it may have arrived, that is noted; a slow one keeps it', async ({ mailSetup }) => {
	const server = await mailSetup.open();
	const services = mailSetup.sender(server.url);
	const now = services.clock.now();
	const leased = { kind: 'invitation', state: 'sending', leasedBy: randomUUID(), leasedUntil: now, createdAt: now, dueAt: now } as const;
	await services.db.insert(mails).values([
		{ ...leased, address: 'before@city.example' },
		{ ...leased, address: 'after@city.example', transmittedAt: now },
		{ ...leased, address: 'alive@city.example', leasedUntil: new Date(now.getTime() + 3_600_000) }
	]);
	services.clock.advance(1);
	await services.mail.sendDue();
	expect(server.taken).toHaveLength(0);
	services.clock.advance(6);
	await services.mail.sendDue();
	expect(server.taken.map(({ to }) => to[0])).toEqual(['before@city.example']);
	services.clock.advance(25);
	await services.mail.sendDue();
	expect(server.taken.map(({ to }) => to[0])).toEqual(['before@city.example', 'after@city.example']);
	const kept = await services.db.select().from(mails).orderBy(mails.unsure, mails.state);
	expect(kept.map(({ state, unsure }) => [state, unsure])).toEqual([
		['sending', 0],
		['sent', 0],
		['sent', 1]
	]);
});

test('a process whose mail was taken over transmits nothing', async ({ database }) => {
	const sent: string[] = [];
	const services = servicesOn(database, config('smtp://127.0.0.1:9'), [
		{
			kind: 'smtp',
			async send({ id }, beforeTransmission) {
				await services.db.update(mails).set({ leasedBy: randomUUID() }).where(eq(mails.id, id));
				await beforeTransmission().then(
					() => sent.push(id),
					() => {}
				);
				return { how: 'transport error', answer: 'lost' };
			},
			close: () => {}
		}
	]);
	services.mail.start(services, templates);
	await queue(services, 'one@city.example');
	await services.mail.sendDue();
	expect(sent).toEqual([]);
	expect(await states(services)).toMatchObject([{ state: 'sending' }]);
	await services.close();
});

test('a process that comes back to the database later than another has the first word on what it has transmitted', async ({
	database,
	mailSetup
}) => {
	const server = await mailSetup.open();
	const held = Promise.withResolvers<void>();
	const transmitted = Promise.withResolvers<void>();
	const late = servicesOn(database, config(server.url));
	const [transport] = transportsFor(late.config, late.db);
	const first = servicesOn(database, config(server.url), [
		{
			kind: 'smtp',
			async send(outgoing, beforeTransmission) {
				const outcome = await transport?.send(outgoing, beforeTransmission);
				transmitted.resolve();
				// Its answer is there, and the database is not.
				await held.promise;
				return outcome ?? { how: 'transport error', answer: '' };
			},
			close: () => transport?.close()
		}
	]);
	first.mail.start(first, templates);
	await queue(first, 'one@city.example');
	const sending = first.mail.sendDue();
	await transmitted.promise;
	const second = mailSetup.sender(server.url);
	for (const seconds of [12, 6, 14]) {
		second.clock.advance(seconds);
		await second.mail.sendDue();
	}
	expect(server.taken).toHaveLength(1);
	held.resolve();
	await sending;
	second.clock.advance(60);
	await second.mail.sendDue();
	expect(await states(first)).toMatchObject([{ state: 'sent', unsure: 0 }]);
	expect(server.taken).toHaveLength(1);
	await first.close();
	await late.close();
});

test('what was sent is noted even when the database is away for a moment', async ({ database }) => {
	const server = await mailServer();
	const services = servicesOn(database, config(server.url));
	let cut = true;
	const [transport] = transportsFor(services.config, services.db);
	const other = servicesOn(database, config(server.url), [
		{
			kind: 'smtp',
			async send(outgoing, beforeTransmission) {
				const outcome = await transport?.send(outgoing, beforeTransmission);
				if (cut)
					await services.sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`;
				cut = false;
				return outcome ?? { how: 'transport error', answer: '' };
			},
			close: () => transport?.close()
		}
	]);
	other.mail.start(other, templates);
	await queue(other, 'one@city.example');
	await other.mail.sendDue();
	await vi.waitFor(async () => expect(await states(services)).toMatchObject([{ state: 'sent', unsure: 0 }]), { timeout: 10_000 });
	expect(server.taken).toHaveLength(1);
	await other.close();
	await services.close();
	await server.close();
});
