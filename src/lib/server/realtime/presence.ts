import type { Here } from '#lib/model/protocol.ts';
import type { PersonTag } from '#lib/model/people/tags.ts';
import { paced } from './paced.ts';
import type { Hearer } from './rooms.ts';

/** Who follows a stream through this process, told to its room. People are counted, not their tabs. */
export interface Presence {
	/** The line `socketId` of this person follows the stream from now on; it is told who is there. */
	enter(stream: string, socketId: string, hearer: Hearer): void;
	leave(stream: string, socketId: string, personId: string): void;
	/** As whom this person follows the stream. */
	find(stream: string, personId: string): Hearer | undefined;
	stop(): void;
}

interface Present extends Hearer {
	lines: Set<string>;
}

/** People named at most; the others are counted. */
const named = 60;
/** Between two pictures of a room, in milliseconds: at least, and for every person in it, because each gets the picture. */
const [shortest, forEach] = [1000, 4];

export function presence(tell: (here: Here) => void): Presence {
	/** By stream, in the order of coming. */
	const rooms = new Map<string, Map<string, Present>>();
	const pictures = paced(
		(stream) => {
			const present = rooms.get(stream);
			if (present) tell({ stream, count: present.size, people: foremostOf(present) });
		},
		(stream) => Math.max(shortest, (rooms.get(stream)?.size ?? 0) * forEach)
	);

	return {
		enter(stream, socketId, hearer) {
			const present = rooms.get(stream) ?? new Map<string, Present>();
			rooms.set(stream, present);
			const known = present.get(hearer.tag.id);
			if (known?.lines.has(socketId)) return;
			if (known) known.lines.add(socketId);
			else present.set(hearer.tag.id, { ...hearer, lines: new Set([socketId]) });
			pictures.due(stream);
		},
		leave(stream, socketId, personId) {
			const present = rooms.get(stream);
			const known = present?.get(personId);
			if (!present || !known?.lines.delete(socketId) || known.lines.size > 0) return;
			present.delete(personId);
			if (present.size === 0) rooms.delete(stream);
			pictures.due(stream);
		},
		find: (stream, personId) => rooms.get(stream)?.get(personId),
		stop: () => pictures.stop()
	};
}

/** Those who came first, and of every city at least one; in the order of coming. */
function foremostOf(present: Map<string, Present>): PersonTag[] {
	const all = [...present.values()].map(({ tag }) => tag);
	if (all.length <= named) return all;
	const cities = new Set<string>();
	const first = all.filter(({ city }) => city !== null && !cities.has(city) && cities.add(city));
	const chosen = new Set([...new Set([...first, ...all])].slice(0, named));
	return all.filter((tag) => chosen.has(tag));
}
