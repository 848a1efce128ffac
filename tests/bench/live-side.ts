import { randomUUID } from 'node:crypto';
import type { Doc } from '#lib/model/documents/doc.ts';
import { streamOfPerson } from '#lib/model/notifications/entries.ts';
import type { Sql } from 'postgres';
import type { Build } from './build.ts';
import { openSocketIo, type SocketIoLine } from './generator/socketio.ts';
import type { Frame } from './generator/websocket.ts';
import { liveSlug, personId, streamOf, tokenOf } from './seed/names.ts';
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

/** The product, which a whole page asks for more than a thread. */
export interface ProductSide extends LiveSide {
	/** The stream of what is addressed to this person alone. */
	followOwn(line: SocketIoLine, person: number): Promise<unknown>;
	/** How many posts this person has not read, in every stream. */
	countUnread(line: SocketIoLine): Promise<unknown>;
	/** Everything up to this event has been read. */
	markRead(line: SocketIoLine, thread: number, seq: number): Promise<unknown>;
}

/** How a build speaks; what of its protocol has changed since goes by what it reads. */
export function liveOf({ reads, start }: Build): ProductSide {
	const told = { cursors: (seq: number) => ({ seq }), ranges: (seq: number) => ({ read: [[1, seq]], jumped: [] }) }[reads];
	const subject = { cursors: (slug: string) => ({ slug }), ranges: (slug: string) => ({ stream: streamOf(slug) }) }[reads];

	async function command(line: SocketIoLine, name: string, input: object): Promise<void> {
		const answer = await line.ask('command', { name, input });
		if (!(answer instanceof Object && 'ok' in answer)) throw new Error(`${name} was refused: ${JSON.stringify(answer)}`);
	}

	return {
		name: 'ours',
		start,
		posted: Buffer.from('["event",'),
		async head(sql, thread) {
			const [row] = await sql<[{ seq: string }]>`select seq from streams where id = ${streamOf(liveSlug(thread))}`;
			return Number(row.seq);
		},
		follow: (line, thread, seq, look) => line.ask('follow', { stream: streamOf(liveSlug(thread)), seq, packed: true }, look),
		followOwn: (line, person) => line.ask('follow', { stream: streamOfPerson(personId(person)), seq: 0 }),
		countUnread: (line) => line.ask('unread', {}),
		markRead: (line, thread, seq) => command(line, 'markRead', { read: [{ stream: streamOf(liveSlug(thread)), ...told(seq) }] }),
		post: (line, thread, text) =>
			command(line, 'postMessage', {
				commandId: randomUUID(),
				...subject(liveSlug(thread)),
				doc: paragraph(text),
				lang: 'en',
				replyTo: null,
				files: []
			})
	};
}

export function openLine(server: ServerProcess, person: number, hear: Frame, lost: () => void): Promise<SocketIoLine> {
	return openSocketIo({ url: server.url, path: '/live', cookie: `swing=${tokenOf(person)}`, hear, lost });
}

function paragraph(text: string): Doc {
	return { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] };
}
