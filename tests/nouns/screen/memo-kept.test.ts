import 'fake-indexeddb/auto';
import { fireEvent, render, screen } from '@testing-library/svelte';
import { flushSync } from 'svelte';
import { beforeEach, expect, test, vi } from 'vitest';
import DiscussionView from '#lib/components/thread/Discussion.svelte';
import { drafts } from '#lib/client/drafts.ts';
import { Outbox } from '#lib/client/outbox.svelte.ts';
import { Discussion, type Ways } from '#lib/client/threads/discussion.svelte.ts';
import type { Person } from '#lib/model/access/actor.ts';
import { cityGroup } from '#lib/model/access/groups.ts';
import type { Placed } from '#lib/model/command.ts';
import type { PlacingCommand, Sent } from '#lib/model/commands.ts';
import type { Envelope } from '#lib/model/events.ts';
import { can } from '#lib/model/policy.ts';
import type { Answer } from '#lib/model/protocol.ts';
import { nothingRead } from '#lib/model/threads/read-state.ts';
import type { Subject } from '#lib/model/threads/subject.ts';
import { readBy } from '../../support/reader.ts';
import { saying } from '../../support/saying.ts';
import { subjectOf } from '../memos/model/subject-of.ts';

vi.mock(import('#lib/model/nouns.ts'), async (original) => {
	const { memosNoun } = await import('../memos/model/noun.ts');
	return { modelNouns: [...(await original()).modelNouns, memosNoun] };
});

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

function discussionOf(subject: Subject, name: string, line: ReturnType<typeof cutLine>['line'], outbox: Outbox): Discussion {
	const { stream } = subject;
	const loaded = {
		subject,
		thread: { stream, seq: 1, posts: [], earlier: false, later: false, elsewhere: [] },
		readState: nothingRead,
		jumpedOver: { count: 0, first: null, within: [], since: null },
		hiddenTexts: [],
		answerTo: null
	};
	const ways = {
		line: line as unknown as Ways['line'],
		outbox,
		unread: { opened: () => {}, left: () => {} },
		requests: { post: async () => null, hidden: async () => null, answers: async () => [] },
		goto: async () => {},
		loadAnew: async () => {}
	};
	return new Discussion(loaded, reading(name), ways);
}

beforeEach(() => {
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
		const mayPost = can(reading(name).actor, 'thread.speak', { subject });
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
