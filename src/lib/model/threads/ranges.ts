/** Numbers of a stream from the first to the last, both included. */
export type Range = [from: number, to: number];

/** Numbers of a stream: sorted, and no two ranges touch. Never changed in place. */
export type Ranges = readonly Readonly<Range>[];

/** So many holes are kept between what is settled; see `surplusHoles`. */
export const mostHoles = 64;

/** The same numbers in order, what overlaps or touches brought together; ranges that end before they begin hold nothing. */
export function normal(ranges: Ranges): Ranges {
	const sorted = ranges.filter(([from, to]) => from <= to).toSorted(([a], [b]) => a - b);
	const merged: Range[] = [];
	for (const [from, to] of sorted) {
		const last = merged.at(-1);
		if (last && from <= last[1] + 1) last[1] = Math.max(last[1], to);
		else merged.push([from, to]);
	}
	return merged;
}

export function single(numbers: Iterable<number>): Ranges {
	return normal([...numbers].map((number) => [number, number]));
}

export function add(ranges: Ranges, from: number, to = from): Ranges {
	return union(ranges, [[from, to]]);
}

export function union(...all: Ranges[]): Ranges {
	return normal(all.flat());
}

export function has(ranges: Ranges, number: number): boolean {
	return ranges.some(([from, to]) => from <= number && number <= to);
}

/** What of these numbers is not among those that are taken away. */
export function without(ranges: Ranges, taken: Ranges): Ranges {
	const cuts = normal(taken);
	return normal(ranges).flatMap(([from, to]) => {
		const left: Range[] = [];
		let start = from;
		for (const [first, last] of cuts) {
			if (last < start || first > to) continue;
			if (start < first) left.push([start, first - 1]);
			start = last + 1;
		}
		return start <= to ? [...left, [start, to] satisfies Range] : left;
	});
}

export function count(ranges: Ranges): number {
	return ranges.reduce((sum, [from, to]) => sum + to - from + 1, 0);
}

/** What is missing before the last of these numbers, beginning with the stream's first. */
export function holes(ranges: Ranges): Ranges {
	const end = ranges.at(-1)?.[1] ?? 0;
	return without([[1, end]], ranges);
}

/** The oldest holes that are more than may be kept: whoever keeps ranges counts them as passed over. */
export function surplusHoles(ranges: Ranges, most = mostHoles): Ranges {
	const all = holes(ranges);
	return all.slice(0, Math.max(0, all.length - most));
}
