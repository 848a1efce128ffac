import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { Connection } from '#lib/client/connection.svelte.ts';
import { LiveState } from '#lib/client/live-state.svelte.ts';
import { fromMarkdown } from '#lib/model/documents/markdown.ts';
import { counted } from '#lib/model/notifications/count.ts';
import { openPersonStreams } from '#lib/server/notifications/person-streams.ts';
import { streamOfPerson } from '#lib/model/notifications/entries.ts';
import { applyToInbox } from '#lib/model/notifications/inbox.ts';
import { countWaiting, openInbox } from '#lib/server/notifications/inbox/open-inbox.ts';
import type { Services } from '#lib/server/services.ts';
import { actorOf, who } from '../support/actors.ts';
import { groundOf } from '../support/ground.ts';
import { mention } from '../support/inbox.ts';
import { lineTo } from '../support/line.ts';
import { ask, cookieOf } from '../support/live.ts';
import { mailServer } from '../support/mail-server.ts';
import { runServer } from '../support/running-server.ts';
import { tabs } from './browser.ts';
import { delivery, faithful } from './delivery.ts';
import { tell } from './ledger.ts';

const slug = 'torun-2016';

/** Holds what the next step needs, as if it took long, until let go. */
async function holding(services: Services, what: 'stream' | 'emails', stream: string): Promise<() => Promise<void>> {
	const held = Promise.withResolvers<void>();
	const release = Promise.withResolvers<void>();
	const hand = services.sql.begin(async (tx) => {
		if (what === 'stream') await tx`select from streams where id = ${stream} for update`;
		else await tx`select pg_advisory_xact_lock(5717, 20)`;
		held.resolve();
		await release.promise;
	});
	await held.promise;
	return async () => {
		release.resolve();
		await hand;
	};
}

test(
	'the server is killed when a message is committed and nobody told yet, and when an email is not left yet: all hear of it, once',
	{ timeout: 120_000 },
	async () => {
		const folder = await mkdtemp(join(tmpdir(), 'swing-told-'));
		const emails = await mailServer();
		const server = await runServer(join(folder, 'data'), { SMTP_URL: emails.url, MAIL_FROM: 'swing@desk.example', MAIL_DELAY: '1' });
		const { services, close } = await groundOf(server);
		const [elio, ilze] = [await actorOf(services, who.expert), await actorOf(services, who.officer)];
		const stream = streamOfPerson(ilze.id);
		await services.db.transaction((tx) => openPersonStreams(tx, [ilze.id]));

		const untold = () => services.sql`select from notifications where delivered_at is null`;
		await expect.poll(async () => (await untold()).length, { timeout: 20_000 }).toBe(0);

		// Her open pages: the inbox, and the count that every page shows.
		const connection = new Connection();
		const loaded = await openInbox(services.db, ilze, { view: 'waiting' });
		const inbox = new LiveState(loaded, connection, { apply: applyToInbox, reload: () => Promise.reject(new Error('too far')) });
		const bell = new LiveState(await countWaiting(services.db, ilze), connection, {
			apply: counted,
			reload: () => Promise.reject(new Error('too far'))
		});
		const stops = [inbox.start(), bell.start()];
		onTestFinished(async () => {
			for (const stop of stops) stop();
			connection.close();
			await close();
			await server.stop();
			await emails.close();
			await rm(folder, { recursive: true, force: true });
		});
		const tab = { url: server.url, cookie: await cookieOf(services, ilze), deliver: delivery(faithful) };
		await tabs.run(tab, () => connection.open());
		await expect.poll(() => connection.state).toBe('live');
		const his = await cookieOf(services, elio);

		const said: { seq: number; words: string }[] = [];
		const arrivals = async (seq: number) =>
			(
				await services.sql<
					{ n: number }[]
				>`select count(*)::int as n from events where stream = ${stream} and name = 'notification.arrived' and (payload #>> '{entry,seq}')::int = ${seq}`
			)[0]?.n;
		const seen = (seq: number) => inbox.current.entries.filter((entry) => entry.seq === seq).length;
		const mailed = (words: string) => emails.taken.filter(({ to, text }) => to.includes(who.officer) && text.includes(words)).length;

		for (const what of ['stream', 'emails'] as const) {
			const words = randomUUID();
			const letGo = await holding(services, what, stream);
			const line = await lineTo(server.url, { cookie: his });
			const answer = (await ask(line, 'command', {
				name: 'postMessage',
				input: { commandId: randomUUID(), slug, doc: fromMarkdown(`${mention(ilze)} ${words}`), lang: 'en' }
			})) as { ok: { seq: number } };
			line.disconnect();
			const { seq } = answer.ok;
			said.push({ seq, words });
			if (what === 'emails') await expect.poll(() => seen(seq)).toBe(1);
			await server.kill();
			await letGo();
			expect(await arrivals(seq), 'told before the server died').toBe(what === 'emails' ? 1 : 0);
			expect(mailed(words)).toBe(0);
			await server.start();
			await expect.poll(() => seen(seq), { timeout: 20_000 }).toBe(1);
			await expect.poll(() => mailed(words), { timeout: 40_000 }).toBe(1);
		}

		// Another start finds nothing left to tell.
		await server.restart();
		await expect.poll(() => connection.state, { timeout: 20_000 }).toBe('live');
		const waiting = () => services.sql`select from mails where state in ('waiting', 'sending')`;
		await expect.poll(async () => (await waiting()).length, { timeout: 20_000 }).toBe(0);
		const sum = { lost: 0, doubled: 0 };
		for (const { seq, words } of said) {
			for (const times of [await arrivals(seq), seen(seq), mailed(words)]) {
				if (!times) sum.lost += 1;
				else sum.doubled += times - 1;
			}
		}
		tell('kill -9 between a message and its telling', 'on the page, in the stream, by email', {
			writes: said.length,
			acks: said.length,
			faults: 2,
			...sum
		});
		expect(sum).toEqual({ lost: 0, doubled: 0 });
		expect(bell.current.waiting).toBe(loaded.waiting + said.length);
		expect((await countWaiting(services.db, ilze)).waiting).toBe(bell.current.waiting);
	}
);
