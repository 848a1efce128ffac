import { randomInt } from 'node:crypto';

/** Posts that one measurement may make: what a quiet machine does in half a minute, and more. */
export const mostPosts = 250_000;

const mark = Buffer.from('zqx');
const [zero, nine] = Buffer.from('09') as unknown as [number, number];
const words =
	'The steering group asks every partner city to confirm the heat-pump baseline, the district budget and the date of the next site visit; comments are welcome here before Friday.';

/**
 * Numbers that posts carry in their text, so that a delivery is recognised without parsing it.
 * Each measurement counts from a number of its own: what an earlier one left behind is not taken for its own.
 */
export class Markers {
	readonly #base = randomInt(1_000_000) * mostPosts;

	text(post: number): string {
		return `zqx${this.#base + post}xqz ${words}`;
	}

	/** Calls `found` with every post of this measurement whose text lies there. */
	each(buffer: Buffer, from: number, to: number, found: (post: number) => void): void {
		for (let at = buffer.indexOf(mark, from); at >= 0 && at < to; at = buffer.indexOf(mark, at + 3)) {
			const post = numberAt(buffer, at + 3, to) - this.#base;
			if (post >= 0 && post < mostPosts) found(post);
		}
	}
}

function numberAt(buffer: Buffer, from: number, to: number): number {
	let number = 0;
	for (let at = from; at < to; at++) {
		const digit = buffer[at]!;
		if (digit < zero || digit > nine) break;
		number = number * 10 + digit - zero;
	}
	return number;
}
