import type { Sql } from 'postgres';
import type { Followed } from '#lib/model/protocol.ts';
import { textOfEvents } from '../events/read.ts';
import { Encoded } from './encoded.ts';

/**
 * Events after a cursor that travel at once, and their characters; a reader further behind loads the page's data anew, which is
 * less.
 */
export const mostMissed = 500;
const longest = 250_000;

/** How long answers are kept for those who come back in the same moment, and how many. */
const [moment, most] = [1000, 20];

type Answer = Encoded<Followed>;
export type Missed = (stream: string, after: number, upTo: number) => Promise<Answer>;

export const nothing: Answer = Encoded.of<Followed>({ events: [] });
const tooFar: Answer = Encoded.of<Followed>({ tooFar: true });

/**
 * What readers missed of a stream, from the number after `after` to `upTo`: read and encoded once for all who come back
 * from the same place. `upTo` must have been committed, and be no less than the stream's head at a time since the reader
 * asked. A text is only ever taken out of events by a command that records one of its own in the same stream, which moves
 * the head: so what is remembered up to the head of now holds nothing that has been taken out by now.
 */
export function missedOn(sql: Sql): Missed {
	const known = new Map<string, Promise<Answer>>();

	async function read(key: string, ...range: Parameters<Missed>): Promise<Answer> {
		let kept = false;
		try {
			const [stream, after, upTo] = range;
			const events = await textOfEvents(sql, { stream, after, upTo, longest });
			const answer = events === null ? tooFar : new Encoded<Followed>(`{"events":${events}}`);
			kept = known.size <= most;
			if (kept) setTimeout(() => known.delete(key), moment).unref();
			return answer;
		} finally {
			if (!kept) known.delete(key);
		}
	}

	return async (stream, after, upTo) => {
		if (after >= upTo) return nothing;
		if (upTo - after > mostMissed) return tooFar;
		const key = `${stream} ${after} ${upTo}`;
		const answer = known.get(key) ?? read(key, stream, after, upTo);
		known.set(key, answer);
		return answer;
	};
}
