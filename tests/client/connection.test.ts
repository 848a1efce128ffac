import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Connection } from '#lib/client/connection.svelte.ts';

/** A socket that is up when the test says so, and answers every command. */
class Socket {
	connected = false;
	active = true;
	sent: unknown[][] = [];
	#heard = new Map<string, (reason: string) => void>();

	on(name: string, hear: (reason: string) => void): void {
		this.#heard.set(name, hear);
	}
	timeout() {
		return {
			emitWithAck: (...words: unknown[]) => {
				this.sent.push(words);
				return Promise.resolve({ ok: true });
			}
		};
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
	const answer = line.command('restorePost', { id: 'x' });
	await vi.advanceTimersByTimeAsync(9000);
	expect(socket.sent).toEqual([]);
	socket.turn(true);
	await expect(answer).resolves.toEqual({ ok: true });
	expect(socket.sent).toEqual([['command', { name: 'restorePost', input: { id: 'x' } }]]);
});

test('what is asked before the program of the line has come waits as well', async () => {
	const line = new Connection();
	const answer = line.command('restorePost', { id: 'x' });
	await line.open();
	socket.turn(true);
	await expect(answer).resolves.toEqual({ ok: true });
});

test('over a broken line one is told soon, and nothing goes out later', async () => {
	const line = new Connection();
	await line.open();
	socket.turn(true);
	socket.turn(false);
	const answer = line.command('editPost', {});
	const told = expect(answer).rejects.toThrow('no connection');
	await vi.advanceTimersByTimeAsync(3000);
	await told;
	socket.turn(true);
	expect(socket.sent).toEqual([]);
});

test('without a line nothing else is asked: it says so as an answer that never came', async () => {
	const line = new Connection();
	await expect(line.follow('meeting:x', 0)).rejects.toThrow('no connection');
	await expect(line.unread()).rejects.toThrow('no connection');
});
