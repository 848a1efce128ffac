import type { NowWriting } from '#lib/model/protocol.ts';
import type { PersonTag } from '#lib/model/people/tags.ts';
import { paced } from './paced.ts';

/** Who is writing in which stream, told to its room while they do. */
export interface WritingHeard {
	/** This person is writing there now. */
	writes(stream: string, person: PersonTag): void;
	/** What this person was writing is there, or thrown away. */
	stops(stream: string, personId: string): void;
	stop(): void;
}

interface Writer {
	tag: PersonTag;
	silent: NodeJS.Timeout;
}

/** How long a word of somebody's writing holds, and the pause between two packets of a stream, in milliseconds. */
const [holds, pause] = [5000, 1000];
/** People named at most. */
const named = 3;

export function writing(tell: (writing: NowWriting) => void): WritingHeard {
	/** By stream, in the order of beginning. */
	const streams = new Map<string, Map<string, Writer>>();
	const packets = paced(
		(stream) => {
			const writers = [...(streams.get(stream)?.values() ?? [])];
			tell({ stream, people: writers.slice(0, named).map(({ tag }) => tag) });
		},
		() => pause
	);

	function stops(stream: string, personId: string): void {
		const writers = streams.get(stream);
		const writer = writers?.get(personId);
		if (!writers || !writer) return;
		clearTimeout(writer.silent);
		writers.delete(personId);
		if (writers.size === 0) streams.delete(stream);
		packets.due(stream);
	}

	return {
		writes(stream, tag) {
			const writers = streams.get(stream) ?? new Map<string, Writer>();
			streams.set(stream, writers);
			clearTimeout(writers.get(tag.id)?.silent);
			const silent = setTimeout(() => stops(stream, tag.id), holds).unref();
			writers.set(tag.id, { tag, silent });
			packets.due(stream);
		},
		stops,
		stop() {
			packets.stop();
			for (const writers of streams.values()) for (const { silent } of writers.values()) clearTimeout(silent);
		}
	};
}
