import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { hearThreadKeys } from '#lib/components/thread/thread-keys.ts';

let hearing: ReturnType<typeof hearThreadKeys>;
const help = vi.fn();
const pressed = (key: string, more: KeyboardEventInit = {}) =>
	(document.activeElement ?? document.body).dispatchEvent(
		new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more })
	);
const post = (seq: number) => document.getElementById(`p-${seq}`)!;

beforeEach(() => {
	document.body.innerHTML = `<ol class="posts">${[1, 2, 3]
		.map(
			(seq) =>
				`<li><article id="p-${seq}"><a href="/p">time</a><p class="acts"><a href="?reply=${seq}#answer">Answer</a></p></article></li>`
		)
		.join('')}</ol><textarea></textarea>`;
	document.querySelector('#p-3 .acts')?.insertAdjacentHTML('beforeend', '<a href="/meetings/one/p/3/edit">Edit</a>');
	hearing = hearThreadKeys(document.querySelector<HTMLElement>('.posts')!, help);
});
afterEach(() => {
	hearing.stop();
	help.mockClear();
});

test('j and k go from one post to the next, and stay at the ends', () => {
	post(1).querySelector('a')?.focus();
	pressed('j');
	expect(post(2)).toHaveFocus();
	pressed('j');
	pressed('j');
	expect(post(3)).toHaveFocus();
	pressed('k');
	expect(post(2)).toHaveFocus();
});

test('who stands nowhere begins at the first post that begins on screen, or before it', () => {
	const tops = [-300, 80, 500];
	for (const [n, top] of tops.entries()) post(n + 1).getBoundingClientRect = () => ({ top }) as DOMRect;
	pressed('j');
	expect(post(2)).toHaveFocus();
	post(2).blur();
	pressed('k');
	expect(post(1)).toHaveFocus();
});

test('r answers and e edits the post that has the focus, and no other', () => {
	const followed: string[] = [];
	document.addEventListener(
		'click',
		(event) => {
			event.preventDefault();
			followed.push((event.target as HTMLElement).getAttribute('href') ?? '');
		},
		{ signal: AbortSignal.timeout(1000) }
	);
	pressed('r');
	post(2).setAttribute('tabindex', '-1');
	post(2).focus();
	pressed('r');
	pressed('e');
	pressed('j');
	pressed('e');
	expect(followed).toEqual(['?reply=2#answer', '/meetings/one/p/3/edit']);
});

test('letters that somebody types, and those of the browser, are left alone', () => {
	document.querySelector('textarea')?.focus();
	pressed('j');
	pressed('?');
	expect(document.querySelector('textarea')).toHaveFocus();
	document.querySelector('textarea')?.blur();
	pressed('j', { ctrlKey: true });
	pressed('?', { metaKey: true });
	expect([document.activeElement, help.mock.calls.length]).toEqual([document.body, 0]);
	pressed('?');
	expect(help).toHaveBeenCalledOnce();
});

test('a key that was pressed while this was on its way counts once', () => {
	const early = new KeyboardEvent('keydown', { key: 'j', cancelable: true });
	for (const [n] of [1, 2, 3].entries()) post(n + 1).getBoundingClientRect = () => ({ top: 100 * n }) as DOMRect;
	hearing.press(early);
	expect(post(1)).toHaveFocus();
	hearing.press(early);
	expect(post(1)).toHaveFocus();
});
