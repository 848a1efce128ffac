import { expect, test } from 'vitest';
import { who } from '../../support/actors.ts';
import { lineTo } from '../../support/line.ts';
import { faithful } from '../delivery.ts';
import { metric } from '../metric.ts';
import { proxyTo } from '../proxy.ts';
import { onStage } from '../stage.ts';

const promised = 30_000;

test('what is lost without a trace is there within half a minute', { timeout: 120_000 }, () =>
	onStage('events lost in silence', { odds: { ...faithful, lost: 1 } }, async (stage) => {
		await stage.whileWriting(() => stage.acknowledged(20));
		stage.ledger.faults += 1;
		await stage.settle('nothing was delivered', promised);
	})
);

test('a line that dies without a word is noticed within half a minute, by those who write and those who read', { timeout: 120_000 }, () =>
	onStage('a tunnel', {}, async (stage) => {
		await stage.whileWriting(async () => {
			await stage.acknowledged(20);
			stage.proxies[0]?.bury();
			stage.ledger.faults += 1;
		});
		await stage.settle('out of the tunnel', promised);
	})
);

test('who never reads is dropped with little kept, and catches up', { timeout: 180_000 }, () =>
	onStage('a client that never reads', { hands: 3 }, async (stage) => {
		const [reader, ...others] = stage.hands;
		const url = stage.servers[0]?.url ?? '';
		const unread = () => metric(url, 'swing_sockets_cut_total{reason="unread"}');
		const memory = await metric(url, 'process_resident_memory_bytes');
		stage.proxies[0]?.deafenFirst();
		stage.ledger.faults += 1;
		for (let n = 0; n < 30; n += 1) {
			for (const hand of others) for (let post = 0; post < 3; post += 1) await hand.post('x'.repeat(14_000));
			await expect.poll(() => others.map((hand) => hand.unanswered), { timeout: 20_000, interval: 20 }).toEqual(others.map(() => 0));
		}

		const proxy = await proxyTo(Number(new URL(url).port));
		const greedy = await lineTo(proxy.url, { cookie: await stage.cookieOf(await stage.actor(who.reader)) });
		proxy.deafenFirst();
		const before = await unread();
		for (let n = 0; n < 20; n += 1) greedy.emit('follow', { stream: reader?.live.current.stream, seq: 0 }, () => {});
		stage.ledger.faults += 1;
		await expect.poll(unread, { timeout: 20_000 }).toBeGreaterThan(before);
		expect(await metric(url, 'process_resident_memory_bytes')).toBeLessThan(memory + 250_000_000);
		await proxy.close();
		await expect.poll(() => reader?.connection.state, { timeout: promised }).toBe('live');
		await stage.settle('reading again');
	})
);
