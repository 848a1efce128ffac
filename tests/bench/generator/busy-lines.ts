import { randomUUID } from 'node:crypto';
import { Agent, get } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { openLine } from '../live-side.ts';
import { firstWriter, liveSlug, personId, streamOf, tokenOf } from '../seed/names.ts';
import type { ServerProcess } from '../server-process.ts';
import type { SocketIoLine } from './socketio.ts';

/** What one member's lines keep asking for. */
export type Busy = 'catch-ups' | 'writes' | 'pages';

/** Lines of one member, and what each has under way at a time: it asks again as soon as it was answered. */
const [lines, depth] = [10, 5];
export const busyPerson = firstWriter;
/** Posts of the longest thread of the seed. */
const longest = 20_000;

export interface BusyLines {
	/** What was answered, what of it was refused, and how often a line was cut and opened anew. */
	answered: number;
	refused: number;
	cut: number;
	stop(): Promise<void>;
}

/** Ten lines of one member who asks as fast as they are answered, whatever the answer is; one that is cut is opened anew. */
export async function openBusyLines(server: ServerProcess, busy: Busy): Promise<BusyLines> {
	const told: BusyLines = { answered: 0, refused: 0, cut: 0, stop };
	const over = new AbortController();
	const agent = new Agent({ keepAlive: true });
	const opened = busy === 'pages' ? [] : await Promise.all(Array.from({ length: lines }, () => openBusy(server)));
	const running =
		busy === 'pages'
			? Array.from({ length: lines }, (_, n) => loop(() => page(server.url, n, agent)))
			: opened.map((_, n) => keepBusy(n, asked(busy)));

	async function loop(ask: () => Promise<boolean>): Promise<void> {
		while (!over.signal.aborted) await answered(ask());
	}

	async function answered(answer: Promise<boolean>): Promise<void> {
		const refused = await answer.catch(() => true);
		if (over.signal.aborted) return;
		told.answered++;
		if (refused) told.refused++;
		// Who is refused at once has nothing else to do.
		if (refused) await new Promise(setImmediate);
	}

	async function keepBusy(n: number, ask: (line: SocketIoLine) => Promise<boolean>): Promise<void> {
		while (!over.signal.aborted) {
			const line = opened[n]!;
			const cut = new AbortController();
			const askOn = async (): Promise<void> => {
				while (!over.signal.aborted && !cut.signal.aborted)
					await answered(
						ask(line).catch(() => {
							cut.abort();
							return true;
						})
					);
			};
			await Promise.all(Array.from({ length: depth }, askOn));
			if (over.signal.aborted) return;
			told.cut++;
			await openBusy(server).then(
				(again) => {
					opened[n] = again;
					if (over.signal.aborted) again.close();
				},
				() => pause(100)
			);
		}
	}

	async function stop(): Promise<void> {
		over.abort();
		for (const line of opened) line.close();
		agent.destroy();
		await Promise.allSettled(running);
	}
	return told;
}

function openBusy(server: ServerProcess): Promise<SocketIoLine> {
	return openLine(
		server,
		busyPerson,
		() => {},
		() => {}
	);
}

function asked(busy: Exclude<Busy, 'pages'>): (line: SocketIoLine) => Promise<boolean> {
	const isRefused = (answer: unknown) => answer instanceof Object && 'refused' in answer;
	if (busy === 'catch-ups')
		return async (line) => {
			// From everywhere, so that no answer is the one that was given a moment ago.
			const from = longest - 500 + Math.floor(Math.random() * 100);
			const slug = Math.random() < 0.5 ? 'long' : 'answered';
			return isRefused(await line.ask('follow', { stream: streamOf(slug), seq: from, packed: true }));
		};
	return async (line) => {
		const stream = streamOf(liveSlug(Math.floor(Math.random() * 50)));
		const doc = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Again and again. '.repeat(50) }] }] };
		const input = { commandId: randomUUID(), stream, doc, lang: 'en', replyTo: null, files: [] };
		return isRefused(await line.ask('command', { name: 'postMessage', input, by: personId(busyPerson) }));
	};
}

function page(base: URL, n: number, agent: Agent): Promise<boolean> {
	const paths = ['/meetings/long', `/meetings/answered?from=${10_000 + n}`, `/search?q=network+${n}`, '/meetings/short'];
	const url = new URL(paths[Math.floor(Math.random() * paths.length)]!, base);
	return new Promise((resolve, reject) => {
		get(url, { agent, headers: { cookie: `swing=${tokenOf(busyPerson)}`, accept: 'text/html' } }, (response) => {
			response.resume();
			response.on('end', () => resolve(response.statusCode !== 200));
			response.on('error', reject);
		}).on('error', reject);
	});
}
