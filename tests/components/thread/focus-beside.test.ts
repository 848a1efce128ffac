import { expect, test } from 'vitest';
import { focusBeside } from '#lib/components/thread/focus-post.ts';

function thread(...names: string[]): HTMLElement[] {
	document.body.innerHTML = `<h2 id="discussion"></h2><ol class="posts">${names.map((name) => `<li><article id="${name}"></article></li>`).join('')}</ol>`;
	return [...document.querySelectorAll('article')];
}

test.each([
	['the first', 0, 'b'],
	['the last', 2, 'b']
])('when %s of the posts goes, the one beside it has the focus', async (_which, at, focused) => {
	const post = thread('a', 'b', 'c')[at];
	if (post) await focusBeside(post, () => post.closest('li')?.remove());
	expect(document.activeElement?.id).toBe(focused);
});

test('when the only post goes, the heading has the focus', async () => {
	const [post] = thread('a');
	if (post) await focusBeside(post, () => post.remove());
	expect(document.activeElement?.id).toBe('discussion');
});
