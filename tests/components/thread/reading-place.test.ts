import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { leadToNew } from '#lib/components/thread/lead-to-new.ts';
import { loadAround } from '#lib/client/threads/load-around.ts';
import type { Post } from '#lib/model/threads/posts.ts';

const post = (seq: number, root: number | null = null): Post => ({ seq, root }) as Post;

test.each<[string, Post[], string | null]>([
	['nothing', [], null],
	['a discussion of which no answer is on screen', [post(4), post(9)], 'from=4'],
	['an answer', [post(6, 4), post(7, 4), post(9)], 'unfold=6'],
	['a discussion with its answers', [post(4), post(6, 4), post(9)], 'unfold=6'],
	['a discussion above the answers of another', [post(4), post(9), post(12, 9)], 'from=4']
])('who reads %s gets it back', async (_what, onScreen, query) => {
	const load = vi.fn(() => Promise.resolve());
	await loadAround(onScreen, load);
	expect(load).toHaveBeenCalledExactlyOnceWith(query);
});

const seen = vi.fn();
beforeEach(() => {
	document.body.innerHTML = '<section aria-labelledby="discussion"><p id="new">New</p><textarea></textarea></section>';
	const fresh = document.getElementById('new');
	if (fresh) fresh.scrollIntoView = seen;
});
afterEach(() => {
	seen.mockClear();
	scrollTo(0, 0);
});

test('a page leads to what is new', () => {
	leadToNew();
	expect(seen).toHaveBeenCalledOnce();
});

test('who has scrolled on is left there', () => {
	scrollTo(0, 300);
	leadToNew();
	expect(seen).not.toHaveBeenCalled();
});

test('who writes already is left there', () => {
	document.querySelector('textarea')?.focus();
	leadToNew();
	expect(seen).not.toHaveBeenCalled();
});
