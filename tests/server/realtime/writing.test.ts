import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { PersonTag } from '#lib/model/people/tags.ts';
import { writing } from '#lib/server/realtime/writing.ts';

const stream = 'meeting:one';
const person = (id: string): PersonTag => ({ id, name: `Person ${id}`, city: 'da', role: 'officer', expertKind: null });

function room() {
	const told: string[] = [];
	return { told, heard: writing(({ people }) => told.push(people.map(({ id }) => id).join(' '))) };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('a person who stops is named for five seconds after their last word', () => {
	const { heard, told } = room();
	heard.writes(stream, person('a'));
	vi.advanceTimersByTime(3000);
	heard.writes(stream, person('a'));
	vi.advanceTimersByTime(4900);
	expect(told).toEqual(['a', 'a']);
	vi.advanceTimersByTime(200);
	expect(told).toEqual(['a', 'a', '']);
});

test('many who write cost a packet a second, and three of them are named in the order of beginning', () => {
	const { heard, told } = room();
	for (let n = 0; n < 30; n += 1) {
		for (const id of ['a', 'b', 'c', 'd']) heard.writes(stream, person(id));
		vi.advanceTimersByTime(90);
	}
	expect(told).toEqual(['a', 'a b c', 'a b c']);
	heard.stops(stream, 'b');
	vi.advanceTimersByTime(1000);
	expect(told.at(-1)).toBe('a c d');
});

test('who stops without having begun changes nothing', () => {
	const { heard, told } = room();
	heard.stops(stream, 'a');
	vi.advanceTimersByTime(10_000);
	expect(told).toEqual([]);
});

test('who writes in a part of what the stream speaks of is named there, and not as writing in the thread', () => {
	const told: unknown[] = [];
	const heard = writing(({ people, at = [] }) => told.push([people.map(({ id }) => id), at.map((one) => [one.about, one.person.id])]));
	heard.writes(stream, person('a'));
	heard.writes(stream, person('b'), 's-22222222');
	vi.advanceTimersByTime(1000);
	heard.writes(stream, person('b'), 's-33333333');
	vi.advanceTimersByTime(1000);
	expect(told.slice(1)).toEqual([
		[['a'], [['s-22222222', 'b']]],
		[['a'], [['s-33333333', 'b']]]
	]);
});
