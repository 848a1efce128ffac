import 'fake-indexeddb/auto';
import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { flushSync } from 'svelte';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import DiscussionView from '#lib/components/thread/Discussion.svelte';
import { drafts } from '#lib/client/drafts.ts';
import { Outbox } from '#lib/client/outbox.svelte.ts';
import { Discussion, type Ways } from '#lib/client/threads/discussion.svelte.ts';
import type { Person } from '#lib/model/access/actor.ts';
import { cityGroup } from '#lib/model/access/groups.ts';
import type { Placed } from '#lib/model/command.ts';
import type { PlacingCommand, Sent } from '#lib/model/commands.ts';
import type { Envelope } from '#lib/model/events.ts';
import { canInThread } from '#lib/model/threads/can-in-thread.ts';
import type { Answer } from '#lib/model/protocol.ts';
import { newPost, type Post, type Posted } from '#lib/model/threads/posts.ts';
import { nothingRead } from '#lib/model/threads/read-state.ts';
import type { Subject } from '#lib/model/threads/subject.ts';
import { readBy } from '../../support/reader.ts';
import { saying } from '../../support/saying.ts';
import MemoTalk from '../memos/components/MemoTalk.svelte';
import { subjectOf } from '../memos/model/subject-of.ts';

vi.mock(import('#lib/model/noun-kinds.ts'), async (original) => {
	const { memosKinds } = await import('../memos/model/noun-kinds.ts');
	return { modelKinds: [...(await original()).modelKinds, memosKinds] };
});

/** The address of the page is another one now. */
function goneTo(href: string): void {
	History.prototype.replaceState.call(history, null, '', href);
}
/** What is told to those who hear of navigations: where one is now. */
const navigated: ((to: { to: { url: URL }; type: string }) => void)[] = [];
vi.mock('$app/navigation', async (original) => ({
	...(await original<object>()),
	afterNavigate: (hear: (typeof navigated)[number]) => void navigated.push(hear),
	replaceState: (url: URL) => goneTo(url.href)
}));

const audience = [cityGroup('n', 'co')];
const memoCalled = (id: string) => subjectOf({ id, stream: `memo:${id}`, network: 'n' }, audience);
const [kumquats, figs] = [memoCalled('kumquats'), memoCalled('figs')];
const meeting: Subject = { kind: 'meeting', id: 'm', stream: 'meeting:m', network: 'n', audience: ['network:n'], href: '/meetings/m' };

const membership = { network: 'n', role: 'officer', city: 'co', expertKind: null } as const;
const reading = (name: string) => {
	const actor: Person = { kind: 'person', id: name, name, locale: 'en', timeZone: 'UTC', suspended: false, memberships: [membership] };
	return { me: { id: name, name, city: 'co', role: 'officer' as const, expertKind: null }, actor };
};

/** A browser's line, cut at first, with what goes out over it and what it brings. */
function cutLine() {
	let state: 'live' | 'broken' = 'broken';
	let [connected, hear]: [() => void, (envelope: Envelope) => void] = [() => {}, () => {}];
	const command = vi.fn(async (_name: PlacingCommand, _input: Sent<PlacingCommand>, _by: string): Promise<Answer<Placed>> => ({
		ok: { id: 'said', seq: 2 }
	}));
	const line = {
		get state() {
			return state;
		},
		command,
		whenever(work: () => void) {
			connected = work;
			return () => {};
		},
		open: async () => {},
		hear(_stream: string, listener: typeof hear) {
			hear = listener;
			return () => {};
		},
		follow: async () => ({ ok: { events: [] } })
	};
	return {
		line,
		command,
		connect() {
			state = 'live';
			connected();
		},
		bring(envelope: Envelope) {
			hear(envelope);
			flushSync();
		}
	};
}

function loadedOf(subject: Subject) {
	return {
		subject,
		thread: { stream: subject.stream, seq: 1, posts: [] as Post[], earlier: false, later: false, elsewhere: [] },
		readState: nothingRead,
		jumpedOver: { count: 0, first: null, within: [], since: null },
		hiddenTexts: [],
		answerTo: null
	};
}

function discussionOf(subject: Subject, name: string, line: ReturnType<typeof cutLine>['line'], outbox: Outbox): Discussion {
	const ways = {
		line: line as unknown as Ways['line'],
		outbox,
		unread: { opened: () => {}, left: () => {} },
		requests: { post: async () => null, hidden: async () => null, answers: async () => [] },
		goto: async () => {},
		loadAnew: async () => {}
	};
	return new Discussion(loadedOf(subject), reading(name), ways);
}

beforeEach(() => {
	goneTo('/memos/kumquats');
	navigated.length = 0;
	localStorage.clear();
	sessionStorage.clear();
});

test('what is said in a memo without a line waits in its thread alone, outlives a reload, and goes out when the line is back', async () => {
	const before = cutLine();
	const first = new Outbox('rui', before.line);
	await first.start();
	await discussionOf(kumquats, 'rui', before.line, first).say(saying('Ask the gardener'), 'en', null, []);
	expect(before.command).not.toHaveBeenCalled();

	const { line, command, connect, bring } = cutLine();
	const outbox = new Outbox('rui', line);
	await outbox.start();
	const here = discussionOf(kumquats, 'rui', line, outbox);
	const stop = here.start();
	expect(here.own).toMatchObject([{ name: 'postMessage', kept: true, done: null }]);
	for (const subject of [figs, meeting]) expect(discussionOf(subject, 'rui', line, outbox).own).toEqual([]);
	const anothers = new Outbox('elio', line);
	await anothers.start();
	expect(anothers.waiting).toEqual([]);
	await outbox.start();

	connect();
	const commandId = here.own[0]?.commandId;
	const sent = { stream: kumquats.stream, doc: saying('Ask the gardener'), lang: 'en', commandId };
	await vi.waitFor(() => expect(command).toHaveBeenCalledExactlyOnceWith('postMessage', sent, 'rui'));
	await vi.waitFor(() => expect(here.own).toMatchObject([{ done: 2 }]));
	const at = '2026-11-20T09:00:00.000Z';
	const { me: author } = reading('rui');
	const payload = { id: 'said', root: null, author, at, lang: 'en', doc: saying('Ask the gardener') };
	bring({ stream: kumquats.stream, seq: 2, actor: 'rui', at, name: 'post.posted', payload });
	await vi.waitFor(() => expect(here.own).toEqual([]));
	expect(here.posts).toMatchObject([{ seq: 2, id: 'said' }]);
	stop();
});

test('what is being written in a memo is kept for its thread and its writer, and stands nowhere else', async () => {
	const { line } = cutLine();
	const open = (subject: Subject, name: string) => {
		const discussion = discussionOf(subject, name, line, new Outbox(name, line));
		const mayPost = canInThread(reading(name).actor, 'thread.speak', { subject });
		const props = { discussion, mayPost, commandId: 'c', writingLanguage: 'en', failed: null };
		const { unmount } = render(DiscussionView, { props, context: readBy(reading(name)) });
		return { unmount, box: screen.getByRole<HTMLTextAreaElement>('textbox') };
	};
	const written = open(kumquats, 'rui');
	await fireEvent.input(written.box, { target: { value: 'Ask the gard' } });
	written.unmount();
	const kept = () => Object.keys(localStorage).filter((key) => key.includes('draft:'));
	await vi.waitFor(() => expect(kept()).toEqual(['kept-draft:rui:memo:kumquats']));

	const back = open(kumquats, 'rui');
	await vi.waitFor(() => expect(back.box.value).toBe('Ask the gard'));
	back.unmount();
	for (const [subject, name] of [[figs, 'rui'] as const, [meeting, 'rui'] as const, [kumquats, 'elio'] as const]) {
		const { box, unmount } = open(subject, name);
		// As long as it took to open the one that is there.
		await drafts.read('rui:memo:kumquats');
		flushSync();
		expect(box.value).toBe('');
		unmount();
	}
});

describe('a message about a part of a memo', () => {
	function open(name = 'rui', { line, outbox }: { line: ReturnType<typeof cutLine>['line']; outbox: Outbox } = ofOwn(name)) {
		const discussion = discussionOf(kumquats, name, line, outbox);
		const about = new URLSearchParams(location.search).get('about') ?? undefined;
		const props = { discussion, mayPost: true, commandId: 'c', writingLanguage: 'en', failed: null, about };
		const { unmount } = render(MemoTalk, { props, context: readBy(reading(name)) });
		return { unmount, box: () => screen.getByRole<HTMLTextAreaElement>('textbox'), discussion };
	}
	function ofOwn(name: string) {
		const { line } = cutLine();
		return { line, outbox: new Outbox(name, line) };
	}
	const about = () => document.querySelector<HTMLInputElement>('form input[name="about"]')?.value;
	const leadTo = (query: string) => {
		goneTo(`/memos/kumquats${query}`);
		for (const hear of navigated) hear({ to: { url: new URL(location.href) }, type: 'link' });
		flushSync();
	};
	const kept = () => Object.entries(localStorage).filter(([key]) => key.includes(':about:'));

	test('is asked for by the address, said in words above the place to write, and dropped by one press', async () => {
		leadTo('?about=day');
		open();
		expect(screen.getByText('About: The day')).toBeInTheDocument();
		expect(about()).toBe('day');
		const whole = screen.getByRole('link', { name: 'Write about the whole instead' });
		expect(whole).toHaveAttribute('href', '/memos/kumquats#write');
		await fireEvent.click(whole);
		expect(about()).toBeUndefined();
		expect(screen.queryByText('About: The day')).toBeNull();
		expect(location.search).toBe('');
		leadTo('?about=title#write');
		expect(about()).toBe('title');
		expect(screen.getByRole('textbox')).toHaveFocus();
		leadTo('?about=weather');
		expect(about(), 'the memo has no such part').toBeUndefined();
	});

	test('is kept with its draft, also by whoever comes back by another way, and only as long as there is one', async () => {
		leadTo('?about=day');
		const written = open();
		await fireEvent.input(written.box(), { target: { value: 'Not before' } });
		await vi.waitFor(() => expect(kept()).toHaveLength(1));
		await vi.waitFor(() => expect(drafts.begun('rui:memo:kumquats')).toBe(true));
		written.unmount();

		leadTo('');
		const back = open();
		await vi.waitFor(() => expect(back.box().value).toBe('Not before'));
		await vi.waitFor(() => expect(about()).toBe('day'));
		const aboutDay = kept();
		await fireEvent.click(screen.getByRole('link', { name: 'Write about the whole instead' }));
		await vi.waitFor(() => expect(kept()).not.toEqual(aboutDay));
		back.unmount();

		const again = open();
		await vi.waitFor(() => expect(again.box().value).toBe('Not before'));
		await drafts.read('rui:about:memo:kumquats');
		flushSync();
		expect(about(), 'it is about the whole now').toBeUndefined();
	});

	test('waits in the outbox with it, and what is written next is about the whole', async () => {
		leadTo('?about=day');
		const before = cutLine();
		const first = new Outbox('rui', before.line);
		await first.start();
		const { box, unmount, discussion } = open('rui', { line: before.line, outbox: first });
		await fireEvent.input(box(), { target: { value: 'Not before May' } });
		await fireEvent.submit(box().closest('form') as HTMLFormElement);
		await vi.waitFor(() => expect(discussion.own).toMatchObject([{ kept: true, input: { about: 'day' } }]));
		flushSync();
		expect(about()).toBeUndefined();
		expect(location.search).toBe('');
		unmount();

		const { line, command, connect } = cutLine();
		const outbox = new Outbox('rui', line);
		await outbox.start();
		connect();
		const sent = expect.objectContaining({ stream: kumquats.stream, about: 'day', lang: 'en' });
		await vi.waitFor(() => expect(command).toHaveBeenCalledExactlyOnceWith('postMessage', sent, 'rui'));
	});

	test('says so above its words, and leads to the part; an ordinary one says nothing', async () => {
		const { line, outbox } = ofOwn('elio');
		const discussion = discussionOf(kumquats, 'elio', line, outbox);
		const post = (seq: number, more: Partial<Posted>) =>
			newPost(seq, {
				id: `post-${seq}`,
				root: null,
				author: reading('rui').me,
				at: '2026-11-20T09:00:00.000Z',
				lang: 'en',
				doc: saying(`Word ${seq}`),
				...more
			});
		const posts = [post(2, { about: 'day' }), post(3, {}), post(4, { about: 'weather' })];
		discussion.take({ ...loadedOf(kumquats), thread: { ...loadedOf(kumquats).thread, seq: 4, posts } });
		const props = { discussion, mayPost: true, commandId: 'c', writingLanguage: 'en', failed: null };
		render(MemoTalk, { props, context: readBy(reading('elio')) });
		const [first, ...others] = screen.getAllByRole('article').map((article) => within(article));
		expect(first?.getByRole('link', { name: 'About: The day' })).toHaveAttribute('href', '#f-day');
		for (const other of others) expect(other.queryByText(/^About/)).toBeNull();
	});
});
