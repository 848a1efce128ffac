import { expect, test } from 'vitest';
import { countable, eventNames } from '#lib/model/events.ts';
import { joinNouns } from '#lib/model/join-nouns.ts';
import { modelNouns } from '#lib/model/nouns.ts';

test('only what was said counts as something to read', () => {
	expect(eventNames.filter((name) => countable[name])).toEqual(['post.posted']);
});

test('events of all modelNouns are known by name', () => {
	expect(eventNames).toContain('notification.arrived');
	const told = modelNouns.flatMap(({ events }) => Object.keys(events ?? {}));
	expect(eventNames.toSorted()).toEqual(told.toSorted());
});

test('two nouns with the same event are refused', () => {
	expect(() => joinNouns([...modelNouns, ...modelNouns], ({ events }) => events)).toThrow('which another noun has brought before');
});
