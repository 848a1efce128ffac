import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Around } from '#lib/client/threads/around.svelte.ts';
import type { PersonTag } from '#lib/model/people/tags.ts';

const stream = 'meeting:one';
const person = (id: string): PersonTag => ({ id, name: `Person ${id}`, city: 'da', role: 'officer', expertKind: null });

function seat(me = 'me') {
	const hearers = new Map<string, (word: never) => void>();
	const said: string[] = [];
	const line = {
		state: 'live' as 'live' | 'broken',
		on: (name: string, hear: (word: never) => void) => {
			hearers.set(name, hear);
			return () => void hearers.delete(name);
		},
		say: (_: 'writing', where: string) => void said.push(where)
	};
	const around = new Around(line);
	const leave = around.enter(stream, me);
	const hear = (name: string, word: object) => hearers.get(name)?.({ stream, ...word } as never);
	return { around, line, said, leave, hear, names: () => around.writing.map(({ id }) => id) };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('nothing is said of who is here to somebody alone, of another stream, or without a line', () => {
	const { around, hear, line, leave } = seat();
	hear('here', { count: 1, people: [person('me')] });
	expect(around.here).toBeNull();
	hear('here', { stream: 'meeting:other', count: 9, people: [] });
	expect(around.here).toBeNull();
	hear('here', { count: 2, people: [person('me'), person('a')] });
	expect(around.here?.count).toBe(2);
	line.state = 'broken';
	expect(around.here).toBeNull();
	line.state = 'live';
	leave();
	expect(around.here).toBeNull();
});

test('others are seen to write, oneself is not, and who has posted has written', () => {
	const { hear, names } = seat();
	hear('writing', { people: [person('me'), person('a'), person('b')] });
	expect(names()).toEqual(['a', 'b']);
	hear('event', { name: 'post.reacted', actor: 'a' });
	expect(names()).toEqual(['a', 'b']);
	hear('event', { name: 'post.posted', actor: 'a' });
	expect(names()).toEqual(['b']);
	hear('writing', { people: [] });
	expect(names()).toEqual([]);
});

test('when the word that they stopped is lost, they stop all the same', () => {
	const { hear, names } = seat();
	hear('writing', { people: [person('a')] });
	vi.advanceTimersByTime(7000);
	expect(names()).toEqual(['a']);
	vi.advanceTimersByTime(2000);
	expect(names()).toEqual([]);
});

test('one’s own writing is told once in three seconds', () => {
	const { around, said } = seat();
	for (let n = 0; n < 100; n += 1) {
		around.typed();
		vi.advanceTimersByTime(100);
	}
	expect(said).toEqual([stream, stream, stream, stream]);
});
