import type { NowWriting } from '#lib/model/protocol.ts';
import type { PersonTag } from '#lib/model/people/tags.ts';
import { paced } from './paced.ts';

/** Who is writing in which stream, told to its room while they do. */
export interface WritingHeard {
	/** This person is writing there now; `about` is the part of what the stream speaks of, where it is not said in its thread. */
	writes(stream: string, person: PersonTag, about?: string): void;
	/** What this person was writing is there, or thrown away. */
	stops(stream: string, personId: string): void;
	stop(): void;
}

interface Writer {
	tag: PersonTag;
	about: string | undefined;
	silent: NodeJS.Timeout;
}

/** How long a word of somebody's writing holds, and the pause between two packets of a stream, in milliseconds. */
const [holds, pause] = [5000, 1000];
/** People named at most: of those who write in a thread, and of those who write in parts of what it is about. */
const [named, placed] = [3, 20];

export function writing(tell: (writing: NowWriting) => void): WritingHeard {
	/** By stream, in the order of beginning. */
	const streams = new Map<string, Map<string, Writer>>();
	const packets = paced(
		(stream) => {
			const writers = [...(streams.get(stream)?.values() ?? [])];
			const people = writers.filter(({ about }) => about === undefined).map(({ tag }) => tag);
			const at = writers.flatMap(({ tag, about }) => (about === undefined ? [] : [{ about, person: tag }]));
			tell({ stream, people: people.slice(0, named), ...(at.length > 0 && { at: at.slice(0, placed) }) });
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
		writes(stream, tag, about) {
			const writers = streams.get(stream) ?? new Map<string, Writer>();
			streams.set(stream, writers);
			clearTimeout(writers.get(tag.id)?.silent);
			const silent = setTimeout(() => stops(stream, tag.id), holds).unref();
			writers.set(tag.id, { tag, about, silent });
			packets.due(stream);
		},
		stops,
		stop() {
			packets.stop();
			for (const writers of streams.values()) for (const { silent } of writers.values()) clearTimeout(silent);
		}
	};
}
