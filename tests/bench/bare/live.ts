import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import { Server } from 'socket.io';
import { backlog, port, sql } from './database.ts';

/**
 * The least that does the work: Socket.IO, one durable insert a post, a broadcast to the room.
 * Who connects is looked up by the cookie; who comes back reads what came after the last known post.
 */
const http = createServer((_request, response) => response.end('ready'));
const io = new Server(http, { path: '/live', transports: ['websocket'], serveClient: false });

interface Row {
	id: string;
	thread: number;
	author: string;
	body: string;
	at: Date;
}

const shape = ({ id, ...row }: Row) => ({ id: Number(id), ...row, editedAt: null, deletedAt: null });

async function whose(cookie = ''): Promise<string | null> {
	const token = /swing=([^;]+)/.exec(cookie)?.[1] ?? '';
	const [row] = await sql<{ name: string }[]>`
		select people.name from sessions join people on people.id = sessions.person_id
		where sessions.id = ${createHash('sha256').update(token).digest('hex')} and sessions.expires_at > now()`;
	return row?.name ?? null;
}

io.use((socket, next) => {
	whose(socket.handshake.headers.cookie).then((name) => {
		socket.data.name = name;
		next(name ? undefined : new Error('signed_out'));
	}, next);
});

io.on('connection', (socket) => {
	socket.on('follow', async ({ thread, after }: { thread: number; after: number }, answer: (missed: unknown) => void) => {
		await socket.join(`thread:${thread}`);
		const missed = await sql<Row[]>`
			select id, thread, author, body, at from bare.posts where thread = ${thread} and id > ${after} order by id limit 500`;
		answer(missed.map(shape));
	});
	socket.on('post', async ({ thread, body }: { thread: number; body: string }, answer: (id: number) => void) => {
		const [row] = await sql<[Row]>`
			insert into bare.posts (thread, author, body) values (${thread}, ${socket.data.name}, ${body}) returning id, thread, author, body, at`;
		io.to(`thread:${thread}`).emit('post', shape(row));
		answer(Number(row.id));
	});
});

http.listen({ port, host: '127.0.0.1', backlog });
