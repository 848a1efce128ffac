import { heads } from '../events/read.ts';
import { memoPer } from '../platform/memo.ts';
import type { Services } from '../services.ts';
import { batched } from '../platform/batch.ts';
import type { LiveSocket } from './live.ts';
import { missedOn, nothing } from './missed.ts';

interface Place {
	stream: string;
	/** The last event that the reader has. */
	seq: number;
}

const readingOn = memoPer(({ sql }: Services) => ({
	head: batched(async (streams: string[]) => {
		const found = await heads(sql, [...new Set(streams)]);
		return streams.map((stream) => found.get(stream) ?? 0);
	}),
	missed: missedOn(sql)
}));

/**
 * Puts a reader who may hear a stream into its room, and gives what was missed. In the room first: what is committed
 * after the head was read is heard there.
 */
export async function follow(services: Services, socket: LiveSocket, { stream, seq }: Place) {
	if (socket.disconnected) return nothing;
	const { head, missed } = readingOn(services);
	await socket.join(stream);
	const now = await head(stream);
	if (!socket.rooms.has(stream)) return nothing;
	services.feed.follow(stream, now);
	return missed(stream, seq, Math.max(now, services.feed.position(stream) ?? now));
}

/** Who hears the stream already and has the last of it: the usual answer to those who only make sure, without a query. */
export function hasAll({ feed }: Services, socket: LiveSocket, { stream, seq }: Place): boolean {
	const position = feed.position(stream);
	return position !== undefined && seq >= position && socket.rooms.has(stream);
}
