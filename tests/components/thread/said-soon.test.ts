import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { saidSoon } from '#lib/components/thread/said-soon.ts';
import { lastAnnouncement } from '#lib/components/ui/announcements.svelte.ts';
import type { Post } from '#lib/model/threads/posts.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const by = (name: string): Post => ({ author: { name } }) as Post;

test('one message is told by its author, several by their count', () => {
	vi.advanceTimersByTime(30_000);
	saidSoon([by('Ilze')]);
	vi.advanceTimersByTime(1500);
	expect(lastAnnouncement().trimEnd()).toBe('New message from Ilze');
	saidSoon([by('Ilze')]);
	saidSoon([by('Elio'), by('Ilze')]);
	vi.advanceTimersByTime(20_000);
	expect(lastAnnouncement().trimEnd()).toBe('3 new messages');
});
