import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Connection } from '#lib/client/connection.svelte.ts';
import type { Person } from '#lib/model/access/actor.ts';
import { largestMessage } from '#lib/model/protocol.ts';
import { saying } from '../support/saying.ts';

const restoring = { commandId: 'c', id: 'x' };
const said = (text: string) => ({ commandId: 'c', slug: 'here', doc: saying(text), lang: 'en' });

/** A socket that is up when the test says so, and answers every command. */
class Socket {
	connected = false;
	active = true;
	sent: unknown[][] = [];
	#heard = new Map<string, (reason: string | Error) => void>();
	answer: unknown = { ok: true };
	/** How often its way to the server was closed; the library then opens another by itself. */
	closed = 0;
	io = { engine: { close: () => void (this.closed += 1) } };

	turns = 0;
	on(name: string, hear: (reason: string | Error) => void): void {
		this.#heard.set(name, hear);
	}
	timeout() {
		return {
			emitWithAck: (...words: unknown[]) => {
				this.sent.push(words);
				return this.answer === null ? Promise.reject(new Error('operation has timed out')) : Promise.resolve(this.answer);
			}
		};
	}
	disconnect(): this {
		this.connected = false;
		return this;
	}
	connect(): this {
		this.turns += 1;
		return this;
	}
	refuse(): void {
		this.active = false;
		this.#heard.get('connect_error')?.(new Error('signed_out'));
	}
	turn(connected: boolean): void {
		this.connected = connected;
		this.#heard.get(connected ? 'connect' : 'disconnect')?.('transport close');
	}
}

let socket: Socket;
vi.mock('#lib/client/socket-io.ts', () => ({ io: () => socket }));

beforeEach(() => {
	vi.useFakeTimers();
	socket = new Socket();
});
afterEach(() => void vi.useRealTimers());

test('what is asked before the line is there goes out when it comes', async () => {
	const line = new Connection();
	await line.open();
	const answer = line.command('restorePost', restoring);
	await vi.advanceTimersByTimeAsync(9000);
	expect(socket.sent).toEqual([]);
	socket.turn(true);
	await expect(answer).resolves.toEqual({ ok: true });
	expect(socket.sent).toEqual([['command', { name: 'restorePost', input: restoring }]]);
});

test('what is asked before the program of the line has come waits as well', async () => {
	const line = new Connection();
	const answer = line.command('restorePost', restoring);
	await line.open();
	socket.turn(true);
	await expect(answer).resolves.toEqual({ ok: true });
});

test('over a broken line one is told soon, and nothing goes out later', async () => {
	const line = new Connection();
	await line.open();
	socket.turn(true);
	socket.turn(false);
	const answer = line.command('deletePost', restoring);
	const told = expect(answer).rejects.toThrow('no connection');
	await vi.advanceTimersByTimeAsync(3000);
	await told;
	socket.turn(true);
	expect(socket.sent).toEqual([]);
});

test('what was missed comes as one text, and is read', async () => {
	const line = new Connection();
	await line.open();
	socket.turn(true);
	socket.answer = { ok: { json: '{"events":[{"seq":2}]}' } };
	expect(await line.follow('meeting:x', 1)).toEqual({ ok: { events: [{ seq: 2 }] } });
	expect(socket.sent).toEqual([['follow', { stream: 'meeting:x', seq: 1, packed: true }]]);
	socket.answer = { refused: { code: 'not_found' } };
	expect(await line.follow('meeting:y', 1)).toEqual({ refused: { code: 'not_found' } });
});

test('without a line nothing else is asked: it says so as an answer that never came', async () => {
	const line = new Connection();
	await expect(line.follow('meeting:x', 0)).rejects.toThrow('no connection');
	await expect(line.unread()).rejects.toThrow('no connection');
});

function personOf(id: string): Person {
	return { kind: 'person', id, name: id, locale: 'en', timeZone: 'Europe/Riga', suspended: false, memberships: [] };
}

test('what is asked says whose it is: of who reads the page, or of who wrote it', async () => {
	const line = new Connection();
	line.reader = () => personOf('ilze');
	await line.open();
	socket.turn(true);
	await line.command('restorePost', restoring);
	await line.command('postMessage', said('hello'), 'rui');
	expect(socket.sent).toMatchObject([
		['command', { by: 'ilze' }],
		['command', { by: 'rui' }]
	]);
});

test('when the line is somebody else’s the page loads anew', async () => {
	const line = new Connection();
	await line.open();
	socket.turn(true);
	const outdated = vi.fn();
	line.on('outdated', outdated);
	socket.answer = { refused: { code: 'other_person' } };
	await line.command('postMessage', said('hello'), 'rui');
	expect(outdated).toHaveBeenCalledOnce();
});

test('a line that was refused, or was another reader’s, is opened anew for who reads now; otherwise it stays', async () => {
	const line = new Connection();
	let reader = personOf('ilze');
	line.reader = () => reader;
	await line.open();
	await line.open();
	expect(socket.turns).toBe(0);
	socket.refuse();
	expect(line.state).toBe('refused');
	await line.open();
	expect(socket.turns).toBe(1);
	socket.turn(true);
	await line.open();
	expect(socket.turns).toBe(1);
	reader = personOf('rui');
	await line.open();
	expect(socket.turns).toBe(2);
});

test('a refused line is tried again when the page is looked at', async () => {
	const line = new Connection();
	line.reader = () => personOf('ilze');
	await line.open();
	socket.refuse();
	document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
	expect(socket.turns).toBe(1);
});

test('what is too large for the line is refused in words and not sent', async () => {
	const line = new Connection();
	await line.open();
	socket.turn(true);
	expect(await line.command('postMessage', said('ā'.repeat(largestMessage / 2)))).toEqual({
		refused: { code: 'invalid', issues: [{ field: 'doc', code: 'too_large' }] }
	});
	expect(socket.sent).toEqual([]);
});

test('the browser is believed at once when its network goes, and when it comes back', async () => {
	const line = new Connection();
	await line.open();
	socket.turn(true);
	dispatchEvent(new Event('offline'));
	expect(line.state).toBe('broken');
	expect(line.brokenSince).not.toBeNull();
	expect([socket.closed, socket.turns]).toEqual([1, 0]);
	dispatchEvent(new Event('online'));
	expect(socket.turns).toBe(1);
});

test('a line that gives no answer is dead: another one is tried', async () => {
	const line = new Connection();
	await line.open();
	socket.turn(true);
	socket.answer = null;
	await expect(line.command('restorePost', restoring)).rejects.toThrow('timed out');
	expect(socket.closed).toBe(1);
});

test('whoever waited on a line that broke closes nothing of the next', async () => {
	const line = new Connection();
	await line.open();
	socket.turn(true);
	socket.answer = null;
	const answer = line.command('restorePost', restoring);
	socket.turn(false);
	await expect(answer).rejects.toThrow('timed out');
	expect(socket.closed).toBe(0);
});
