import { expect, test } from 'vitest';
import { countable, eventNames } from '#lib/model/events.ts';
import { joinNouns } from '#lib/model/join-nouns.ts';
import { modelNouns } from '#lib/model/nouns.ts';

test('only what was said, and what a plan comes to, counts as something to read', () => {
	const read = ['plan.opened', 'plan.revised', 'plan.adopted', 'version.frozen', 'post.posted'];
	expect(eventNames.filter((name) => countable[name])).toEqual(read);
});

test('events of all modelNouns are known by name', () => {
	expect(eventNames).toContain('notification.arrived');
	const told = modelNouns.flatMap(({ events }) => Object.keys(events ?? {}));
	expect(eventNames.toSorted()).toEqual(told.toSorted());
});

test('two nouns with the same event are refused', () => {
	expect(() => joinNouns([...modelNouns, ...modelNouns], ({ events }) => events)).toThrow('which another noun has brought before');
});
