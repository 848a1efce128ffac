import { createRawSnippet } from 'svelte';
import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { describe, expect, test, vi } from 'vitest';
import type { Acts } from '#lib/components/thread/acts.ts';
import PostList from '#lib/components/thread/PostList.svelte';
import type { Discussion } from '#lib/client/threads/discussion.svelte.ts';
import type { Person } from '#lib/model/access/actor.ts';
import { newPost, type Post } from '#lib/model/threads/posts.ts';
import type { ReactionKind } from '#lib/model/threads/reactions.ts';
import { readBy } from '../../support/reader.ts';
import { saying } from '../../support/saying.ts';

const subject = { kind: 'meeting', id: '1', stream: 'meeting:1', network: 'n', audience: ['network:n'], href: '/meetings/one' };
const rui = { id: 'rui', name: 'Rui', city: 'co', role: 'coordinator' as const, expertKind: null };
const ilze = { ...rui, id: 'ilze', name: 'Ilze', city: 'da' };
const start = Date.parse('2017-03-30T11:40:00.000Z');

/** A post so many minutes after the first. */
function written(seq: number, minutes: number, more: Partial<Post> = {}, words = `Word ${seq}`): Post {
	const { author = rui, root = null } = more;
	const at = new Date(start + minutes * 60_000).toISOString();
	return { ...newPost(seq, { id: `post-${seq}`, root, author, at, lang: 'en', doc: saying(words) }), ...more };
}

function list(posts: Post[], more: Partial<Discussion> = {}, acts?: Acts) {
	const discussion = {
		subject,
		posts,
		thread: { posts },
		hidden: new Map(),
		waiting: new Map(),
		isHeld: () => false,
		editing: null,
		answeredIn: null,
		...more
	} as unknown as Discussion;
	const nothing = createRawSnippet(() => ({ render: () => '<p></p>' }));
	const props = {
		discussion,
		answerable: true,
		acts,
		PostEdit: undefined,
		answerPlace: nothing,
		waitingPost: nothing,
		onedited: () => {}
	};
	const memberships = [{ network: 'n', role: 'coordinator' as const, city: 'da', expertKind: null }];
	const actor = { kind: 'person', id: 'ilze', name: 'Ilze', timeZone: 'Europe/Riga', suspended: false, memberships } as Person;
	return render(PostList, { props, context: readBy({ me: ilze, actor }) });
}

/** Places of the posts that show whom they are from. */
const heads = () => screen.getAllByRole('article').flatMap(({ id, dataset }) => (dataset.face ? [Number(id.slice(2))] : []));

describe('what somebody writes on', () => {
	test('shares one head, and each message still has its time and says aloud whose it is', () => {
		list([written(1, 0), written(2, 4), written(3, 10)]);
		expect(heads()).toEqual([1]);
		for (const [n, time] of ['14:40', '14:44', '14:50'].entries()) {
			const post = screen.getAllByRole('article')[n]!;
			expect(post).toHaveAccessibleName(expect.stringMatching(/^Rui/));
			expect(within(post).getByRole('link', { name: time })).toHaveAttribute('href', `/meetings/one/p/${n + 1}`);
		}
	});

	test('leads by the name in its head to the card of who wrote it, and once for what shares a head', () => {
		const expert = { ...rui, id: 'elio', name: 'Elio', city: null, role: 'expert' as const };
		list([written(1, 0), written(2, 4), written(3, 11, { author: expert }), written(4, 12, { author: ilze })]);
		const names = [...screen.getAllByRole('link', { name: /^(Rui|Elio|Ilze)$/ })];
		expect(names.map((link) => link.getAttribute('href'))).toEqual([
			'/network/people/rui',
			'/network/people/elio',
			'/network/people/ilze'
		]);
	});

	test('has a head again after ten minutes, and after somebody else', () => {
		list([written(1, 0), written(2, 10.1), written(3, 11, { author: ilze }), written(4, 12)]);
		expect(heads()).toEqual([1, 2, 3, 4]);
	});

	test('has one on the next day, however soon', () => {
		list([written(1, 555), written(2, 561)]);
		expect(heads()).toEqual([1, 2]);
	});

	test('has one when its author has become somebody else', () => {
		list([written(1, 0), written(2, 1, { author: { ...rui, role: 'expert', city: null } })]);
		expect(heads()).toEqual([1, 2]);
	});

	test('has one below the line above what is new, beside what is being changed, and beside what was taken away', () => {
		const posts = [1, 2, 3, 4, 5, 6, 7].map((seq) => written(seq, seq));
		list([...posts.slice(0, 5), { ...posts[5]!, deletedAt: posts[6]!.at, doc: null }, posts[6]!], { freshFrom: 2, editing: 'post-4' });
		expect(heads()).toEqual([1, 2, 4, 5, 6, 7]);
	});

	test('has one below answers, and shares it among answers', () => {
		list([
			{ ...written(1, 0), replies: 3 },
			written(2, 1, { root: 1 }),
			written(3, 2, { root: 1 }),
			written(4, 3, { root: 1, author: ilze }),
			written(5, 4)
		]);
		expect(heads().sort()).toEqual([1, 2, 4, 5]);
	});

	test('gets no head from a new answer that waits: nothing moves', () => {
		list([{ ...written(1, 0), replies: 1 }, written(2, 1), written(3, 2, { root: 1, author: ilze })], {
			isHeld: ({ seq }) => seq === 3
		});
		expect(heads()).toEqual([1]);
	});
});

describe('a long message', () => {
	const long = 'A word that goes on. '.repeat(700);

	test('is folded, with everything in the page, and whole when that is asked for', async () => {
		list([written(1, 0, {}, long), written(2, 1)]);
		const [post, short] = screen.getAllByRole('article');
		const text = post!.querySelector<HTMLElement>('.long')!;
		expect(text.textContent.trim()).toHaveLength(long.length - 1);
		expect(short!.querySelector('.long')).toBeNull();
		const show = within(post!).getByRole('link', { name: 'Show the whole message' });
		// Without scripts its address shows it.
		expect(show).toHaveAttribute('href', '#p-1');
		await vi.dynamicImportSettled();
		await fireEvent.click(show);
		expect(text.dataset.whole).toBe('');
		expect(post).toHaveFocus();
	});

	test('is whole when the browser’s search or the keyboard comes to what is folded away', async () => {
		list([written(1, 0, {}, long)]);
		const text = document.querySelector<HTMLElement>('.long')!;
		await vi.dynamicImportSettled();
		expect(text.dataset.whole).toBeUndefined();
		await fireEvent.scroll(text);
		expect(text.dataset.whole).toBe('');
	});

	test('is one of many short lines too', () => {
		const lines = (count: number) => ({
			type: 'doc' as const,
			content: Array.from({ length: count }, () => saying('Yes').content[0]!)
		});
		list([written(1, 0, { doc: lines(40) }), written(2, 1, { doc: lines(30) })]);
		expect([...document.querySelectorAll('.long')].map((text) => text.closest('article')?.id)).toEqual(['p-1']);
	});
});

test('the commonest reaction is one press, on the messages of others', async () => {
	const given: [number, ReactionKind, boolean][] = [];
	const acts = { react: ({ seq }: Post, kind: ReactionKind, on: boolean) => given.push([seq, kind, on]) } as unknown as Acts;
	const agreed = [{ kind: 'agree' as const, by: [{ id: 'ilze', name: 'Ilze', city: 'da' }] }];
	list([written(1, 0), written(2, 20, { reactions: agreed }), written(3, 40, { author: ilze })], {}, acts);
	const thumbs = screen.getAllByRole('button', { name: 'Agree with Rui' });
	expect(thumbs.map((thumb) => thumb.getAttribute('aria-pressed'))).toEqual(['false', 'true']);
	for (const thumb of thumbs) await fireEvent.click(thumb);
	expect(given).toEqual([
		[1, 'agree', true],
		[2, 'agree', false]
	]);
	expect(screen.queryByRole('button', { name: 'Agree with Ilze' })).toBeNull();
});
