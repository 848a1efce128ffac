/** Numbers between 0 and 1 that follow from a seed (mulberry32), and what is chosen by them. */
export class Chance {
	#state: number;

	constructor(seed: number) {
		this.#state = seed >>> 0;
	}

	next(): number {
		this.#state = (this.#state + 0x6d2b79f5) >>> 0;
		let t = this.#state;
		t = Math.imul(t ^ (t >>> 15), t | 1);
		t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
		return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
	}

	/** A whole number from `least` to `most`. */
	whole(least: number, most: number): number {
		return least + Math.floor(this.next() * (most - least + 1));
	}

	is(share: number): boolean {
		return this.next() < share;
	}

	one<T>(of: readonly T[]): T {
		const chosen = of[this.whole(0, of.length - 1)];
		if (chosen === undefined) throw new RangeError('Nothing to choose from');
		return chosen;
	}
}
