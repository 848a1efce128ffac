import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	add,
	count,
	has,
	holes,
	mostHoles,
	normal,
	single,
	surplusHoles,
	union,
	without,
	type Range,
	type Ranges
} from '#lib/model/threads/ranges.ts';

const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { maxLength: 60 });
const anyRanges = fc.array(
	fc.tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 8 })).map(([from, length]): Range => [from, from + length]),
	{ maxLength: 20 }
);
/** The plain set that ranges stand for. */
const setOf = (ranges: Ranges) => new Set(ranges.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, n) => from + n)));
const sorted = (all: Iterable<number>) => [...all].sort((a, b) => a - b);
const isNormal = (ranges: Ranges) =>
	ranges.every(([from, to], place) => from <= to && (place === 0 || from > (ranges[place - 1]?.[1] ?? Infinity) + 1));

test('ranges are the set of their numbers, in their shortest form', () => {
	fc.assert(
		fc.property(numbers, anyRanges, (some, ranges) => {
			expect(sorted(setOf(single(some)))).toEqual(sorted(some));
			expect(sorted(setOf(normal(ranges)))).toEqual(sorted(setOf(ranges)));
			expect(isNormal(single(some)) && isNormal(normal(ranges))).toBe(true);
			expect(count(single(some))).toBe(some.length);
		})
	);
});

test('to join, to take away and to ask are those of sets', () => {
	fc.assert(
		fc.property(anyRanges, anyRanges, fc.integer({ min: 1, max: 70 }), (some, others, number) => {
			const [a, b] = [setOf(some), setOf(others)];
			const [joined, left] = [union(some, others), without(some, others)];
			expect(sorted(setOf(joined))).toEqual(sorted(new Set([...a, ...b])));
			expect(sorted(setOf(left))).toEqual(sorted([...a].filter((number) => !b.has(number))));
			expect(isNormal(joined) && isNormal(left)).toBe(true);
			expect(has(normal(some), number)).toBe(a.has(number));
		})
	);
});

test('the order in which numbers come says nothing, nor do repetitions', () => {
	fc.assert(
		fc.property(numbers, numbers, (some, again) => {
			const all = [...some, ...again];
			const grown = all.reduce<Ranges>((ranges, number) => add(ranges, number), []);
			expect(grown).toEqual(all.toReversed().reduce<Ranges>((ranges, number) => add(ranges, number), []));
			expect(grown).toEqual(single(all));
		})
	);
});

test('holes are what is missing before the end, and the oldest of too many are given back', () => {
	fc.assert(
		fc.property(numbers, fc.integer({ min: 0, max: 5 }), (some, most) => {
			const ranges = single(some);
			const missing = holes(ranges);
			expect(union(ranges, missing)).toEqual(some.length > 0 ? [[1, Math.max(...some)]] : []);
			const surplus = surplusHoles(ranges, most);
			const filled = union(ranges, surplus);
			expect(holes(filled).length).toBe(Math.min(missing.length, most));
			expect(holes(filled)).toEqual(missing.slice(surplus.length));
			expect(surplusHoles(filled, most)).toEqual([]);
		})
	);
});

test('sixty-four holes are kept as they are', () => {
	const every = (n: number) => single(Array.from({ length: n + 1 }, (_, at) => 2 * at + 1));
	expect(surplusHoles(every(mostHoles))).toEqual([]);
	expect(surplusHoles(every(mostHoles + 2))).toEqual([
		[2, 2],
		[4, 4]
	]);
});

test('a range that ends before it begins holds nothing', () => {
	expect([add([], 5, 4), union([[3, 1]], [[2, 2]])]).toEqual([[], [[2, 2]]]);
});
