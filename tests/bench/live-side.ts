import { randomUUID } from 'node:crypto';
import type { Doc } from '#lib/model/documents/doc.ts';
import type { Sql } from 'postgres';
import { openSocketIo, type SocketIoLine } from './generator/socketio.ts';
import type { Frame } from './generator/websocket.ts';
import { liveSlug, streamOf, tokenOf } from './seed/names.ts';
import { startServer, type ServerProcess } from './server-process.ts';

/** How one side speaks: its server, and its words for following a thread and posting into it. */
export interface LiveSide {
	name: 'bare' | 'ours';
	start(databaseUrl: string): Promise<ServerProcess>;
	/** How the event begins that makes a post visible to a reader. */
	posted: Buffer;
	/** The last thing that a thread has seen. */
	head(sql: Sql, thread: number): Promise<number>;
	follow(line: SocketIoLine, thread: number, after: number, look: Frame): Promise<unknown>;
	/** Resolves when the server has acknowledged the durable write. */
	post(line: SocketIoLine, thread: number, text: string): Promise<void>;
}

export const bareLive: LiveSide = {
	name: 'bare',
	start: (databaseUrl) => startServer('tests/bench/bare/live.ts', { databaseUrl, ready: '/' }),
	posted: Buffer.from('["post",'),
	async head(sql, thread) {
		const [row] = await sql<[{ id: string }]>`select coalesce(max(id), 0) as id from bare.posts where thread = ${thread}`;
		return Number(row.id);
	},
	follow: (line, thread, after, look) => line.ask('follow', { thread, after }, look),
	async post(line, thread, body) {
		const id = await line.ask('post', { thread, body });
		if (typeof id !== 'number') throw new Error('The post was not taken.');
	}
};

export const ourLive: LiveSide = {
	name: 'ours',
	start: (databaseUrl) => startServer('src/server.ts', { databaseUrl, ready: '/readyz' }),
	posted: Buffer.from('["event",'),
	async head(sql, thread) {
		const [row] = await sql<[{ seq: string }]>`select seq from streams where id = ${streamOf(liveSlug(thread))}`;
		return Number(row.seq);
	},
	follow: (line, thread, seq, look) => line.ask('follow', { stream: streamOf(liveSlug(thread)), seq, packed: true }, look),
	async post(line, thread, text) {
		const input = { commandId: randomUUID(), slug: liveSlug(thread), doc: paragraph(text), lang: 'en' };
		const answer = await line.ask('command', { name: 'postMessage', input });
		if (!(answer instanceof Object && 'ok' in answer)) throw new Error(`The post was refused: ${JSON.stringify(answer)}`);
	}
};

export function openLine(server: ServerProcess, person: number, hear: Frame, lost: () => void): Promise<SocketIoLine> {
	return openSocketIo({ url: server.url, path: '/live', cookie: `swing=${tokenOf(person)}`, hear, lost });
}

function paragraph(text: string): Doc {
	return { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] };
}
