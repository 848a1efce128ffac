import { openWebSocket, type Frame } from './websocket.ts';

export interface SocketIoLine {
	/**
	 * Sends an event and gives the content of its acknowledgement; `look` sees it before anybody parses it.
	 * @throws Error when the line is gone or goes
	 */
	ask(event: string, input: unknown, look?: Frame): Promise<unknown>;
	close(): void;
}

interface Opening {
	url: URL;
	path: string;
	cookie: string;
	auth?: unknown;
	/** Hears every event as it lies in the frame: `["name",…]`. */
	hear: Frame;
	/** The line went away without having been told to. */
	lost?: () => void;
}

const [open, , ping, , message] = Buffer.from('01234');
const [connected, disconnected, event, acknowledged, refused] = Buffer.from('01234');

/** A Socket.IO 4 client with the websocket transport alone, and no more than a reader of a thread needs. */
export async function openSocketIo({ url, path, cookie, auth, hear, lost }: Opening): Promise<SocketIoLine> {
	const waiting = new Map<number, { look: Frame | undefined; resolve(answer: unknown): void; reject(why: Error): void }>();
	const up = Promise.withResolvers<void>();
	up.promise.catch(() => {});
	let next = 0;
	let closing = false;
	let gone: Error | undefined;

	const line = await openWebSocket({
		host: url.hostname,
		port: Number(url.port),
		path: `${path}/?EIO=4&transport=websocket`,
		headers: { Cookie: cookie },
		hear(buffer, from, to) {
			const kind = buffer[from];
			if (kind === ping) line.send('3');
			else if (kind === open) queueMicrotask(() => line.send(`40${auth === undefined ? '' : JSON.stringify(auth)}`));
			else if (kind === message) packet(buffer, from + 1, to);
		},
		closed(why) {
			gone = why;
			up.reject(why);
			for (const { reject } of waiting.values()) reject(why);
			waiting.clear();
			if (!closing) lost?.();
		}
	});

	function packet(buffer: Buffer, from: number, to: number): void {
		const kind = buffer[from];
		if (kind === event) hear(buffer, from + 1, to);
		else if (kind === acknowledged) answer(buffer, from + 1, to);
		else if (kind === connected) up.resolve();
		else if (kind === refused) up.reject(new Error(buffer.toString('utf8', from, to)));
		else if (kind === disconnected) line.close();
	}

	function answer(buffer: Buffer, from: number, to: number): void {
		const start = buffer.indexOf('[', from);
		const id = Number(buffer.toString('latin1', from, start));
		const asked = waiting.get(id);
		waiting.delete(id);
		if (asked?.look) {
			asked.look(buffer, start, to);
			asked.resolve(null);
		} else asked?.resolve((JSON.parse(buffer.toString('utf8', start, to)) as unknown[])[0]);
	}

	await up.promise;
	return {
		ask: (name, input, look) =>
			new Promise((resolve, reject) => {
				const id = next++;
				if (gone) reject(gone);
				else {
					waiting.set(id, { look, resolve, reject });
					line.send(`42${id}${JSON.stringify([name, input])}`);
				}
			}),
		close() {
			closing = true;
			line.close();
		}
	};
}
