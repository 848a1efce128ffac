import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { vi } from 'vitest';
import { letter } from '#lib/model/letters/letter.ts';
import { parseConfig } from '#lib/server/config.ts';
import { mails } from '#lib/server/db/schema/mail.ts';
import { carriersFor } from '#lib/server/mail/post-room.ts';
import type { Writers } from '#lib/server/mail/writer.ts';
import { answering, mailServer, type MailServer } from '../../support/mail-server.ts';
import { expect, servicesOn, test, type TestServices } from '../../support/database.ts';

const config = (SMTP_URL: string) => parseConfig({ DEMO: 'off', PUBLIC_URL: 'https://desk.example.org', SMTP_URL, MAIL_FROM: 'Swing <swing@desk.example.org>' });

/** A letter whose words are the mail's secret, to its address. */
const writers: Writers = {
	invitation: async (_, { secret, address }) => ({
		to: { name: 'Some Body', address: address ?? '' },
		letter: letter({ lang: 'lv', subject: 'Uzaicinājums', parts: [{ is: 'words', words: secret ?? '' }], thread: 'meeting-1', unsubscribe: 'https://desk.example.org/u/1' })
	})
};

const leave = (services: TestServices, address: string, secret = 'words') => services.mail.leave(services.db, { kind: 'invitation', address, secret });
const states = async ({ db }: TestServices) => (await db.select().from(mails)).map(({ state, attempts, unsure, answer }) => ({ state, attempts, unsure, answer }));

test('a letter arrives with its headers, in both forms, once', async ({ database }) => {
	const server = await mailServer();
	const services = servicesOn(database, config(server.url));
	services.mail.start(services, writers);
	const id = await leave(services, 'one@city.example', 'Sveicināti, šis ir teksts.');
	await services.mail.sendDue();
	await services.mail.sendDue();
	expect(server.taken).toHaveLength(1);
	const [got] = server.taken;
	expect(got).toMatchObject({ id: `<${id}@desk.example.org>`, to: ['one@city.example'], subject: 'Uzaicinājums' });
	expect(got?.text).toContain('Sveicināti, šis ir teksts.');
	expect(got?.html).toContain('Sveicināti, šis ir teksts.');
	expect(Object.fromEntries(got?.headers ?? [])).toMatchObject({
		from: 'Swing <swing@desk.example.org>',
		to: 'Some Body <one@city.example>',
		'content-language': 'lv',
		'in-reply-to': '<meeting-1@desk.example.org>',
		references: '<meeting-1@desk.example.org>',
		'list-unsubscribe': '<https://desk.example.org/u/1>',
		'list-unsubscribe-post': 'List-Unsubscribe=One-Click',
		'auto-submitted': 'auto-generated'
	});
	expect(await services.db.select().from(mails)).toMatchObject([{ state: 'sent', secret: null, address: null, answer: null }]);
	await services.close();
	await server.close();
});

test('a mail exists exactly if its transaction commits, and waits for its time', async ({ database }) => {
	const server = await mailServer();
	const services = servicesOn(database, config(server.url));
	services.mail.start(services, writers);
	const undone = services.db.transaction(async (tx) => {
		await services.mail.leave(tx, { kind: 'invitation', address: 'no@city.example' });
		throw new Error('undone');
	});
	await expect(undone).rejects.toThrow('undone');
	await services.mail.leave(services.db, { kind: 'invitation', address: 'later@city.example', dueAt: new Date('2026-11-20T09:10:00Z') });
	await services.mail.sendDue();
	expect(server.taken).toHaveLength(0);
	services.clock.advance(600);
	await services.mail.sendDue();
	expect(server.taken.map(({ to }) => to)).toEqual([['later@city.example']]);
	await services.close();
	await server.close();
});

test.for<[string, number, object[]]>([
	['a full mailbox is tried again', 452, [{ state: 'waiting', attempts: 1, unsure: 0, answer: '452' }]],
	['somebody unknown there is given up', 550, [{ state: 'failed', attempts: 0, unsure: 0, answer: '550' }]]
])('%s', async ([, code, expected], { database }) => {
	const server = await mailServer({ onRcptTo: (_, __, answer) => void answer(answering(code)) });
	const services = servicesOn(database, config(server.url));
	services.mail.start(services, writers);
	await leave(services, 'one@city.example');
	await services.mail.sendDue();
	expect(await states(services)).toEqual(expected);
	await services.close();
	await server.close();
});

test('what is put off goes out in the end, and is given up after some days', async ({ database }) => {
	let refusals = 3;
	const server = await mailServer({
		onLetter: () => {
			if (refusals-- > 0) throw answering(451);
		}
	});
	const services = servicesOn(database, config(server.url));
	services.mail.start(services, writers);
	await leave(services, 'one@city.example');
	for (let n = 0; n < 4; n += 1) {
		await services.mail.sendDue();
		services.clock.advance(3600);
	}
	expect(server.taken).toHaveLength(1);
	refusals = Infinity;
	await leave(services, 'two@city.example');
	for (let n = 0; n < 12; n += 1) {
		await services.mail.sendDue();
		services.clock.advance(24 * 3600);
	}
	expect(await states(services)).toMatchObject([{ state: 'sent', attempts: 3 }, { state: 'failed', attempts: 9, answer: '451' }]);
	await services.close();
	await server.close();
});

test('a mail server that is away, or refuses us, costs no letter an attempt', async ({ database }) => {
	const services = servicesOn(database, config('smtp://127.0.0.1:9'));
	services.mail.start(services, writers);
	await leave(services, 'one@city.example');
	await services.mail.sendDue();
	expect(await states(services)).toEqual([{ state: 'waiting', attempts: 0, unsure: 0, answer: 'ESOCKET' }]);
	await services.close();

	const server = await mailServer({ onMailFrom: (_, __, answer) => void answer(answering(550)) });
	const next = servicesOn(database, config(server.url));
	next.mail.start(next, writers);
	await next.mail.sendDue();
	expect(await states(next)).toEqual([{ state: 'waiting', attempts: 0, unsure: 0, answer: '550' }]);
	next.clock.advance(4 * 24 * 3600);
	await next.close();
	const last = servicesOn(database, config(server.url));
	last.clock.set('2026-11-24T09:00:00Z');
	last.mail.start(last, writers);
	await last.mail.sendDue();
	expect(await states(last)).toMatchObject([{ state: 'failed' }]);
	await last.close();
	await server.close();
});

test('when the line breaks before the answer, it goes out again under the same id', async ({ database }) => {
	let breaks = 1;
	const came: string[] = [];
	const server: MailServer = await mailServer({
		onLetter({ id }) {
			came.push(id);
			if (breaks-- > 0) server.cut();
		}
	});
	const services = servicesOn(database, config(server.url));
	services.mail.start(services, writers);
	const id = await leave(services, 'one@city.example');
	await services.mail.sendDue();
	expect(await states(services)).toMatchObject([{ state: 'waiting', unsure: 1, attempts: 0 }]);
	services.clock.advance(61);
	await services.mail.sendDue();
	expect(came).toEqual([`<${id}@desk.example.org>`, `<${id}@desk.example.org>`]);
	expect(await states(services)).toMatchObject([{ state: 'sent', unsure: 1 }]);
	expect(server.to('one@city.example')).toHaveLength(1);
	await services.close();
	await server.close();
});

test('two processes share what is due, each letter once', async ({ database }) => {
	const server = await mailServer();
	const [one, two] = [servicesOn(database, config(server.url)), servicesOn(database, config(server.url))];
	for (let n = 0; n < 60; n += 1) await leave(one, `${n}@city.example`);
	one.mail.start(one, writers);
	two.mail.start(two, writers);
	await Promise.all([one.mail.sendDue(), two.mail.sendDue()]);
	expect(server.taken).toHaveLength(60);
	expect(new Set(server.taken.map(({ id }) => id)).size).toBe(60);
	await one.close();
	await two.close();
	await server.close();
});

test('what a dead process held goes out; when it may have arrived, that is noted; a slow one keeps it', async ({ database }) => {
	const server = await mailServer();
	const services = servicesOn(database, config(server.url));
	const now = services.clock.now();
	const held = { kind: 'invitation', state: 'sending', claimedBy: randomUUID(), claimedUntil: now, createdAt: now, dueAt: now } as const;
	await services.db.insert(mails).values([
		{ ...held, address: 'before@city.example' },
		{ ...held, address: 'after@city.example', handedAt: now },
		{ ...held, address: 'alive@city.example', claimedUntil: new Date(now.getTime() + 3_600_000) }
	]);
	services.mail.start(services, writers);
	services.clock.advance(1);
	await services.mail.sendDue();
	expect(server.taken).toHaveLength(0);
	services.clock.advance(6);
	await services.mail.sendDue();
	expect(server.taken.map(({ to }) => to[0]).sort()).toEqual(['after@city.example', 'before@city.example']);
	const kept = await services.db.select().from(mails).orderBy(mails.unsure, mails.state);
	expect(kept.map(({ state, unsure }) => [state, unsure])).toEqual([['sending', 0], ['sent', 0], ['sent', 1]]);
	await services.close();
	await server.close();
});

test('a process whose mail was taken over hands nothing out', async ({ database }) => {
	const carried: string[] = [];
	const services = servicesOn(database, config('smtp://127.0.0.1:9'), [
		{
			kind: 'smtp',
			async carry({ id }, handing) {
				await services.db.update(mails).set({ claimedBy: randomUUID() }).where(eq(mails.id, id));
				await handing().then(() => carried.push(id), () => {});
				return { how: 'no way', answer: 'lost' };
			},
			close: () => {}
		}
	]);
	services.mail.start(services, writers);
	await leave(services, 'one@city.example');
	await services.mail.sendDue();
	expect(carried).toEqual([]);
	expect(await states(services)).toMatchObject([{ state: 'sending' }]);
	await services.close();
});

test('a name cannot smuggle headers or addressees in', async ({ database }) => {
	const server = await mailServer();
	const services = servicesOn(database, config(server.url));
	const names = ['Eve\r\nBcc: all@city.example', 'Eve\nSubject: other', '"Eve" <boss@city.example>', 'Eve, boss@city.example', 'Ēva\u2028X: y'];
	services.mail.start(services, {
		invitation: async (_, { secret }) => {
			const name = names[Number(secret)] ?? '';
			return { to: { name, address: 'one@city.example' }, letter: letter({ lang: `en\r\nX-Evil: 1`, subject: `${name} says`, parts: [{ is: 'words', words: name }], thread: `a>\r\nX-Evil: 2` }) };
		}
	});
	for (const n of names.keys()) await leave(services, 'one@city.example', String(n));
	await services.mail.sendDue();
	expect(server.taken).toHaveLength(names.length);
	for (const { headers, to } of server.taken) {
		expect(to).toEqual(['one@city.example']);
		expect([...headers.keys()].filter((name) => ['bcc', 'x-evil', 'x', 'cc'].includes(name))).toEqual([]);
		expect(headers.get('subject')).not.toBe('other');
	}
	await services.close();
	await server.close();
});

test('a letter that cannot be written is tried again and holds nobody up', async ({ database }) => {
	const server = await mailServer();
	const services = servicesOn(database, config(server.url));
	services.mail.start(services, {
		...writers,
		password: async () => {
			throw new Error('no words');
		}
	});
	await services.mail.leave(services.db, { kind: 'password', address: 'x@city.example' });
	await leave(services, 'one@city.example');
	await leave(services, 'not an address');
	await leave(services, 'two@city.example');
	await services.mail.sendDue();
	expect(server.taken.map(({ to }) => to[0])).toEqual(['one@city.example', 'two@city.example']);
	expect((await states(services)).map(({ state, answer }) => [state, answer])).toEqual(
		expect.arrayContaining([['waiting', 'unwritten'], ['failed', expect.any(String)], ['sent', null], ['sent', null]])
	);
	await services.close();
	await server.close();
});

test('what was carried is noted even when the database is away for a moment', async ({ database }) => {
	const server = await mailServer();
	const services = servicesOn(database, config(server.url));
	let cut = true;
	const [carrier] = carriersFor(services.config, services.db);
	const other = servicesOn(database, config(server.url), [
		{
			kind: 'smtp',
			async carry(outgoing, handing) {
				const outcome = await carrier?.carry(outgoing, handing);
				if (cut) await services.sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`;
				cut = false;
				return outcome ?? { how: 'no way', answer: '' };
			},
			close: () => carrier?.close()
		}
	]);
	other.mail.start(other, writers);
	await leave(other, 'one@city.example');
	await other.mail.sendDue();
	await vi.waitFor(async () => expect(await states(services)).toMatchObject([{ state: 'sent', unsure: 0 }]), { timeout: 10_000 });
	expect(server.taken).toHaveLength(1);
	await other.close();
	await services.close();
	await server.close();
});
