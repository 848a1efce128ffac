import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';

/** Where a frame's content lies: the buffer is shared, so look at once and keep nothing. */
export type Frame = (buffer: Buffer, from: number, to: number) => void;

export interface WebSocketLine {
	send(text: string): void;
	close(): void;
}

interface Opening {
	host: string;
	port: number;
	path: string;
	headers?: Record<string, string>;
	hear: Frame;
	closed: (why: Error) => void;
}

const patience = 60_000;
const shared = Buffer.allocUnsafe(256 * 1024);

/**
 * A WebSocket that costs less than the server it loads: one read buffer for all, no object a frame.
 * The usual clients cost more than what is to be measured.
 */
export function openWebSocket({ host, port, path, headers = {}, hear, closed }: Opening): Promise<WebSocketLine> {
	return new Promise((resolve, reject) => {
		let left: Buffer | null = null;
		let open = false;
		let over = false;
		const socket = connect({
			host,
			port,
			noDelay: true,
			onread: {
				buffer: shared,
				callback(size) {
					take(shared, size);
					return true;
				}
			}
		});
		const timer = setTimeout(() => fail(new Error('no answer to the handshake')), patience);
		const line = { send: (text: string) => write(1, Buffer.from(text)), close: () => void socket.destroy() };

		function fail(why: Error): void {
			if (over) return;
			over = true;
			clearTimeout(timer);
			socket.destroy();
			reject(why);
			closed(why);
		}

		function write(kind: number, content: Buffer): void {
			socket.write(Buffer.concat([headOf(kind, content.length), content]));
		}

		function take(chunk: Buffer, size: number): void {
			const [buffer, end] = left ? joined(left, chunk.subarray(0, size)) : [chunk, size];
			left = null;
			const from = open ? 0 : handshake(buffer, end);
			if (from === null) return;
			const rest = frames(buffer, from, end, (kind, start, stop) => {
				if (kind <= 2) hear(buffer, start, stop);
				else if (kind === 9) write(10, Buffer.from(buffer.subarray(start, stop)));
				else if (kind === 8) socket.end();
			});
			if (rest < end) left = Buffer.from(buffer.subarray(rest, end));
		}

		function handshake(buffer: Buffer, end: number): number | null {
			const stop = buffer.subarray(0, end).indexOf('\r\n\r\n');
			if (stop < 0) {
				left = Buffer.from(buffer.subarray(0, end));
				return null;
			}
			if (!buffer.toString('latin1', 0, 12).endsWith('101')) {
				fail(new Error(`upgrade refused: ${buffer.toString('latin1', 0, Math.min(end, 200))}`));
				return null;
			}
			open = true;
			clearTimeout(timer);
			resolve(line);
			return stop + 4;
		}

		socket.on('connect', () => socket.write(requestFor(path, { Host: `${host}:${port}`, ...headers })));
		socket.on('error', fail);
		socket.on('close', () => fail(new Error('the line was closed')));
	});
}

function joined(left: Buffer, right: Buffer): [Buffer, number] {
	const whole = Buffer.concat([left, right]);
	return [whole, whole.length];
}

function requestFor(path: string, headers: Record<string, string>): string {
	const all = {
		...headers,
		Upgrade: 'websocket',
		Connection: 'Upgrade',
		'Sec-WebSocket-Version': '13',
		'Sec-WebSocket-Key': randomBytes(16).toString('base64')
	};
	return [`GET ${path} HTTP/1.1`, ...Object.entries(all).map(([name, value]) => `${name}: ${value}`), '', ''].join('\r\n');
}

/** Reads the whole frames between `from` and `end`, and says where the first one that is not whole begins. */
function frames(buffer: Buffer, from: number, end: number, take: (kind: number, start: number, stop: number) => void): number {
	let at = from;
	for (;;) {
		const there = end - at;
		if (there < 2) return at;
		let size = buffer[at + 1]! & 0x7f;
		let head = 2;
		if (size === 126) {
			head = 4;
			if (there < head) return at;
			size = buffer.readUInt16BE(at + 2);
		} else if (size === 127) {
			head = 10;
			if (there < head) return at;
			size = buffer.readUInt32BE(at + 6);
		}
		if (there < head + size) return at;
		take(buffer[at]! & 0x0f, at + head, at + head + size);
		at += head + size;
	}
}

/** The mask is zero, which leaves the content as it is. */
function headOf(kind: number, size: number): Buffer {
	const head = Buffer.alloc(size < 126 ? 6 : 8);
	head[0] = 0x80 | kind;
	if (size < 126) head[1] = 0x80 | size;
	else {
		head[1] = 0x80 | 126;
		head.writeUInt16BE(size, 2);
	}
	return head;
}
