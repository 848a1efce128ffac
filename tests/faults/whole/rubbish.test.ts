import { request } from 'node:http';
import type { Socket } from 'socket.io-client';
import { expect, test } from 'vitest';
import { who } from '../../support/actors.ts';
import { lineTo } from '../../support/line.ts';
import { rubbish } from '../../support/rubbish.ts';
import { metric } from '../metric.ts';
import { onStage, slug, type Stage } from '../stage.ts';

const known = ['invalid', 'not_found', 'forbidden', 'conflict', 'too_many'];

async function line(stage: Stage) {
	const url = stage.servers[0]?.url ?? '';
	const socket = await lineTo(url, { cookie: await stage.cookieOf(await stage.actor(who.reader)) });
	const ended = new Promise<string>((resolve) => {
		socket.once('disconnect', resolve);
	});
	return { url, socket, ended, ask: (name: string, ...words: unknown[]) => socket.timeout(10_000).emitWithAck(name, ...words) };
}

test('names nobody knows, wrong shapes and others’ streams are refused and counted', { timeout: 120_000 }, () =>
	onStage('rubbish', { hands: 2 }, async (stage) => {
		const { url, socket, ask } = await line(stage);
		const refused = () => metric(url, 'swing_refusals_total{code="not_found"}');
		const before = await refused();
		await stage.whileWriting(async () => {
			for (const name of ['nonsense', '__proto__', 'constructor', 'event', 'x'.repeat(1000)]) {
				expect(await ask(name, {}), name).toEqual({ refused: { code: 'not_found' } });
			}
			for (const stream of [
				'user:someone',
				'moderation:x',
				'meeting:x',
				'meeting:',
				':',
				'__proto__:x',
				`meeting:${crypto.randomUUID()}`
			]) {
				expect(await ask('follow', { stream, seq: 0 }), stream).toEqual({ refused: { code: 'not_found' } });
			}
			for (const name of ['follow', 'command', 'leave', 'writing', 'unread']) {
				for (const input of rubbish) socket.emit(name, input);
				for (const input of rubbish) socket.emit(name, input, input, 'no function');
			}
			for (const input of rubbish) {
				const answer = await ask('command', input);
				expect(known, JSON.stringify(input)?.slice(0, 80)).toContain(answer.refused?.code);
			}
			for (const deep of [deepArray(100_000), deepQuote(5000), manyMarks(4000)]) {
				expect(
					await askRaw(
						socket,
						'command',
						`{"name":"postMessage","input":{"commandId":"${crypto.randomUUID()}","slug":"${slug}","lang":"en","doc":${deep}}}`
					)
				).toContain('"code":"invalid"');
			}
			await stage.acknowledged(10);
		});
		expect(await refused()).toBeGreaterThanOrEqual(before + 12);
		expect(stage.servers[0]?.output()).not.toContain('a socket message failed');
		socket.disconnect();
		await stage.settle('others noticed nothing');
	})
);

test('ten megabytes, broken frames and a flood end the line that sent them, and no other', { timeout: 120_000 }, () =>
	onStage('floods', { hands: 2 }, async (stage) => {
		const url = stage.servers[0]?.url ?? '';
		const cut = () => metric(url, 'swing_sockets_cut_total{reason="flood"}');
		const before = await cut();
		await stage.whileWriting(async () => {
			const large = await line(stage);
			large.socket.emit('command', { name: 'postMessage', input: 'x'.repeat(10_000_000) });
			expect(await large.ended).toMatch(/transport/);

			for (const frame of [
				'9',
				'4',
				'42',
				'42[',
				'45-["command"]',
				'42{"a":1}',
				`451-["command",{"_placeholder":true,"num":5}]`,
				'\u0000'
			]) {
				const broken = await line(stage);
				speak(broken.socket, frame);
				broken.socket.disconnect();
			}
			expect(await post(`${url}/live/?EIO=4&transport=polling`, 'x'.repeat(100))).toBeLessThan(500);

			const slowest = await longestAcknowledgement(stage, async () => {
				const flood = await line(stage);
				for (let n = 0; n < 5000; n += 1) flood.socket.emit('follow', { stream: 'meeting:x', seq: n }, () => {});
				await flood.ended;
			});
			expect(slowest).toBeLessThan(5000);
			await stage.acknowledged(10);
		});
		expect(await cut()).toBe(before + 1);
		expect(stage.hands.map(({ connection }) => connection.state)).toEqual(['live', 'live']);
		await stage.settle('others noticed nothing');
	})
);

/** How long others wait at most for the acknowledgement of ten more writes while `work` goes on. */
async function longestAcknowledgement(stage: Stage, work: () => Promise<void>): Promise<number> {
	const began = performance.now();
	const [took] = await Promise.all([stage.acknowledged(10).then(() => performance.now() - began), work()]);
	return took;
}

function post(url: string, body: string): Promise<number> {
	return new Promise((resolve, reject) => {
		request(url, { method: 'POST' }, (answer) => resolve(answer.resume().statusCode ?? 0))
			.on('error', reject)
			.end(body);
	});
}

/** Asks in the words of the wire: the stock client itself gives up at things as deep as these. */
function askRaw(socket: Socket, name: string, json: string): Promise<string> {
	const id = 90_000;
	return new Promise((resolve) => {
		const hear = (data: string) => {
			if (!data.startsWith(`3${id}`)) return;
			socket.io.engine.off('data', hear);
			resolve(data);
		};
		socket.io.engine.on('data', hear);
		speak(socket, `42${id}["${name}",${json}]`);
	});
}

function speak(socket: Socket, frame: string): void {
	const { ws } = socket.io.engine.transport as unknown as { ws: { send(text: string): void } };
	ws.send(frame);
}

function deepArray(depth: number): string {
	return '['.repeat(depth) + ']'.repeat(depth);
}

function deepQuote(depth: number): string {
	const open = '{"type":"blockquote","content":[';
	return `{"type":"doc","content":[${open.repeat(depth)}{"type":"paragraph"}${']}'.repeat(depth)}]}`;
}

function manyMarks(count: number): string {
	const marks = Array.from({ length: count }, () => '{"type":"bold"}');
	return `{"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"x","marks":[${marks}]}]}]}`;
}
