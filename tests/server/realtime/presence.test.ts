import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Here } from '#lib/model/protocol.ts';
import type { PersonTag } from '#lib/model/people/tags.ts';
import { presence } from '#lib/server/realtime/presence.ts';

const stream = 'meeting:one';
const person = (id: string, city: string | null = 'da'): PersonTag => ({
	id,
	name: `Person ${id}`,
	city,
	role: 'officer',
	expertKind: null
});
const hearer = (id: string, city?: string) => ({ tag: person(id, city), speaks: true });

function room() {
	const told: Here[] = [];
	const here = presence((picture) => told.push(picture));
	return { told, here, names: () => told.map(({ people }) => people.map(({ id }) => id).join(' ')) };
}

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

test('people are counted, not their tabs', () => {
	const { here, told } = room();
	here.enter(stream, 'line 1', hearer('a'));
	here.enter(stream, 'line 2', hearer('a'));
	here.enter(stream, 'line 3', hearer('b'));
	vi.advanceTimersByTime(1000);
	expect(told.at(-1)).toEqual({ stream, count: 2, people: [person('a'), person('b')] });
	here.leave(stream, 'line 1', 'a');
	vi.advanceTimersByTime(5000);
	expect(told).toHaveLength(2);
	here.leave(stream, 'line 2', 'a');
	vi.advanceTimersByTime(5000);
	expect(told.at(-1)).toEqual({ stream, count: 1, people: [person('b')] });
});

test('whoever comes gets the picture, also with a second tab', () => {
	const { here, told } = room();
	here.enter(stream, 'line 1', hearer('a'));
	vi.advanceTimersByTime(5000);
	here.enter(stream, 'line 2', hearer('a'));
	expect(told).toHaveLength(2);
});

test('others keep their places when somebody goes and comes back', () => {
	const { here, names } = room();
	for (const id of ['a', 'b', 'c']) here.enter(stream, id, hearer(id));
	here.leave(stream, 'a', 'a');
	here.enter(stream, 'a', hearer('a'));
	vi.advanceTimersByTime(1000);
	expect(names().at(-1)).toBe('b c a');
});

test('a thousand who come at once cost a few packets', () => {
	const { here, told } = room();
	for (let n = 0; n < 1000; n += 1) {
		here.enter(stream, `line ${n}`, hearer(`${n}`, `c${n % 12}`));
		vi.advanceTimersByTime(1);
	}
	vi.advanceTimersByTime(60_000);
	expect(told.length).toBeLessThanOrEqual(3);
	expect(told.at(-1)).toMatchObject({ count: 1000 });
	expect(told.at(-1)?.people).toHaveLength(60);
});

test('of many, every city has somebody with a name', () => {
	const { here, told } = room();
	for (let n = 0; n < 100; n += 1) here.enter(stream, `line ${n}`, hearer(`${n}`));
	here.enter(stream, 'last', hearer('last', 'ge'));
	vi.advanceTimersByTime(1000);
	const people = told.at(-1)?.people ?? [];
	expect(people).toHaveLength(60);
	expect(people.at(-1)?.id).toBe('last');
	expect(people[0]?.id).toBe('0');
});

test('an empty room is told nothing', () => {
	const { here, told } = room();
	here.enter(stream, 'line', hearer('a'));
	here.leave(stream, 'line', 'a');
	here.leave(stream, 'line', 'a');
	here.leave('meeting:other', 'line', 'a');
	vi.advanceTimersByTime(60_000);
	expect(told).toHaveLength(1);
});
