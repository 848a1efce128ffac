import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { announceSoon } from '#lib/components/ui/announce-soon.ts';
import { lastAnnouncement } from '#lib/components/ui/announcements.svelte.ts';

let begun = 0;
beforeEach(() => {
	vi.useFakeTimers();
	// Whatever an earlier test has said is long ago.
	vi.advanceTimersByTime((begun += 3_600_000));
});
afterEach(() => {
	vi.useRealTimers();
});

const heard = () => lastAnnouncement().trimEnd();

test('of many things that come at once the last word is said, and once', () => {
	for (const count of [1, 2, 3]) announceSoon('posts', () => `${count} new`);
	announceSoon('inbox', () => '5 in the inbox');
	vi.advanceTimersByTime(1500);
	expect(heard()).toBe('3 new. 5 in the inbox');
});

test('after something was said there is silence for a while', () => {
	announceSoon('posts', () => 'the first');
	vi.advanceTimersByTime(1500);
	expect(heard()).toBe('the first');
	announceSoon('posts', () => 'the second');
	vi.advanceTimersByTime(10_000);
	expect(heard()).toBe('the first');
	vi.advanceTimersByTime(10_000);
	expect(heard()).toBe('the second');
});

test('what is not true any more is not said', () => {
	announceSoon('posts', () => 'said');
	vi.advanceTimersByTime(1500);
	announceSoon('writing', () => null);
	vi.advanceTimersByTime(20_000);
	expect(heard()).toBe('said');
});
