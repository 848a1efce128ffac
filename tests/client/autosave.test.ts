import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Autosave, type AutosaveWays, type FieldsSaved } from '#lib/client/autosave.svelte.ts';
import { fetchDraftKeys } from '#lib/client/draft-key.ts';
import { drafts } from '#lib/client/drafts.ts';
import type { Answer } from '#lib/model/protocol.ts';
import { testDraftKeys } from '../support/draft-keys.ts';

vi.mock('#lib/client/draft-key.ts', () => ({ fetchDraftKeys: vi.fn() }));

interface Form {
	title: string;
	text: string;
	rows: { id: string }[];
}
type Untaken = { at: string; code: string };
type Send = AutosaveWays<Form, Untaken>['send'];

const place = 'ilze:practices/1';
const stops: (() => void)[] = [];

beforeEach(() => {
	vi.mocked(fetchDraftKeys).mockImplementation(testDraftKeys);
	localStorage.clear();
	sessionStorage.clear();
});
afterEach(() => {
	for (const stop of stops.splice(0)) stop();
	vi.useRealTimers();
});

const saves = (n: number, clashes: string[] = []): Answer<FieldsSaved> => ({ ok: { n, clashes } });
const standing = (n: number, typed: Partial<Form> = {}) => ({ n, typed: { title: 'one', text: '', rows: [], ...typed } });

/** A form at its first revision. A field that says `wrong` is not taken. */
function open(answers: (() => Promise<Answer<FieldsSaved>>)[], { isBusy = (_: string): boolean => false } = {}) {
	let connect = () => {};
	const send = vi.fn<Send>(() => (answers.shift() ?? (() => Promise.reject(new Error('no line'))))());
	const reload = vi.fn(() => Promise.resolve());
	const saving = new Autosave<Form, Untaken>(standing(1), {
		place,
		read: (typed, field) => {
			const value = typed[field as keyof Form];
			return value === 'wrong' ? { untaken: [{ at: field, code: 'no' }] } : { value: JSON.parse(JSON.stringify(value)) as unknown };
		},
		send,
		whenever: (work) => {
			connect = work;
			return () => {};
		},
		reload,
		isBusy,
		untakenOf: ({ issues = [] }) => issues.map(({ field, code }) => ({ at: field, code }))
	});
	const stop = saving.start();
	stops.push(stop);
	return { saving, send, reload, stop, connect: () => connect() };
}

const writes = (send: ReturnType<typeof open>['send']) => send.mock.calls.map(([{ base, values }]) => [base, values]);

test('what was changed goes out once one rests, with the revision it was made from, and the next change on top of that', async () => {
	vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
	const { saving, send } = open([async () => saves(2), async () => saves(3)]);
	saving.typed.title = 'two';
	await vi.advanceTimersByTimeAsync(1500);
	saving.typed.rows.push({ id: 'a' });
	await vi.advanceTimersByTimeAsync(1500);
	expect(send).not.toHaveBeenCalled();
	await vi.advanceTimersByTimeAsync(600);
	expect(writes(send)).toEqual([[1, { title: 'two', rows: [{ id: 'a' }] }]]);
	expect(saving.isSaved).toBe(true);
	saving.typed.title = 'three';
	await vi.advanceTimersByTimeAsync(2100);
	expect(writes(send).at(-1)).toEqual([2, { title: 'three' }]);
});

test('without a line it is kept here, comes back after a reload, and goes out again under the same id when there is a line', async () => {
	const first = open([]);
	first.saving.typed.text = 'kept words';
	await first.saving.flush();
	expect(first.saving.lost).toBe(true);
	await vi.waitFor(() => expect(drafts.begun(place)).toBe(true));
	await vi.waitFor(async () => expect(await drafts.read(place)).toContain('pending":{'));
	first.stop();
	const again = open([async () => saves(2)]);
	await vi.waitFor(() => expect(again.saving.typed.text).toBe('kept words'));
	again.connect();
	await vi.waitFor(() => expect(again.saving.isSaved).toBe(true));
	expect(again.send.mock.calls[0]?.[0]).toMatchObject({ base: 1, values: { text: 'kept words' } });
	expect(again.send.mock.calls[0]?.[0].commandId).toBe(first.send.mock.calls[0]?.[0].commandId);
	await vi.waitFor(() => expect(drafts.begun(place)).toBe(false));
});

test('what a colleague saved fills the fields that nobody touches, and stays out from under the hands', async () => {
	const { saving, send } = open([async () => saves(3)], { isBusy: (field) => field === 'rows' });
	saving.typed.title = 'mine';
	saving.adopt(standing(2, { title: 'theirs', text: 'new', rows: [{ id: 'b' }] }));
	expect(JSON.parse(JSON.stringify(saving.typed))).toEqual({ title: 'mine', text: 'new', rows: [] });
	await saving.flush();
	expect(writes(send), 'the server hears what it was made from').toEqual([[1, { title: 'mine' }]]);
});

test('leaving a field after a save keeps in the form what was saved, in every field', async () => {
	const { saving, send } = open([async () => saves(2), async () => saves(3)]);
	saving.typed.title = 'mine';
	saving.typed.rows.push({ id: 'a' });
	await saving.flush();
	saving.left();
	expect(JSON.parse(JSON.stringify(saving.typed))).toEqual({ title: 'mine', text: '', rows: [{ id: 'a' }] });
	saving.typed.text = 'more';
	await saving.flush();
	saving.left();
	expect(JSON.parse(JSON.stringify(saving.typed))).toEqual({ title: 'mine', text: 'more', rows: [{ id: 'a' }] });
	expect(writes(send)).toHaveLength(2);
});

test('where two wrote something else, mine stays in the form and goes nowhere until one side is chosen', async () => {
	const { saving, send, reload } = open([async () => saves(2, ['title']), async () => saves(4)]);
	saving.typed.title = 'mine';
	await saving.flush();
	expect(saving.clashing).toEqual(['title']);
	expect(reload).toHaveBeenCalled();
	saving.adopt(standing(2, { title: 'theirs' }));
	saving.typed.title = 'mine, longer';
	await saving.flush();
	expect(send).toHaveBeenCalledTimes(1);
	saving.settled('title', 'mine', { n: 3, asWritten: 3, mine: 'mine' });
	await saving.flush();
	expect(writes(send).at(-1)).toEqual([3, { title: 'mine, longer' }]);
});

test('a clash with what was loaded already is loaded too, so that there is something to choose', async () => {
	const { saving, reload } = open([async () => saves(2, ['title'])]);
	saving.typed.title = 'mine';
	saving.heard(2);
	saving.adopt(standing(2, { title: 'theirs' }));
	reload.mockClear();
	await saving.flush();
	expect(saving.clashing).toEqual(['title']);
	expect(reload).toHaveBeenCalledTimes(1);
});

test('what the server put together with words that were loaded already is loaded, and stands in the form', async () => {
	const { saving, reload } = open([async () => saves(2)]);
	saving.typed.title = 'one more';
	saving.adopt(standing(2, { title: 'only one more' }));
	await saving.flush();
	expect(reload).toHaveBeenCalledTimes(1);
	saving.adopt(standing(2, { title: 'only one more' }));
	expect(saving.typed.title).toBe('only one more');
	expect(saving.isSaved).toBe(true);
});

test('where mine is kept, what was typed since goes on from it, and what the other side adds to it comes in', async () => {
	const { saving, send, reload } = open([async () => saves(2, ['text']), async () => saves(5)]);
	saving.typed.text = 'mine';
	await saving.flush();
	saving.typed.text = 'mine, longer';
	reload.mockClear();
	saving.settled('text', 'mine', { n: 4, asWritten: 3, mine: 'mine' });
	expect(reload).toHaveBeenCalled();
	saving.adopt(standing(4, { text: 'mine and theirs' }));
	expect(saving.typed.text).toBe('mine, longer');
	await saving.flush();
	expect(writes(send).at(-1), 'made from what was written, not from both').toEqual([3, { text: 'mine, longer' }]);

	const other = open([async () => saves(2, ['text'])]);
	other.saving.typed.text = 'mine';
	await other.saving.flush();
	other.saving.settled('text', 'mine', { n: 4, asWritten: 3, mine: 'mine' });
	other.saving.adopt(standing(4, { text: 'mine and theirs' }));
	expect(other.saving.typed.text).toBe('mine and theirs');
	expect(other.saving.isSaved).toBe(true);
});

test('keeping what stands puts it into the form', async () => {
	const { saving } = open([async () => saves(2, ['title'])]);
	saving.typed.title = 'mine';
	await saving.flush();
	saving.adopt(standing(2, { title: 'theirs' }));
	saving.settled('title', 'theirs', { n: 3, asWritten: 3, mine: 'mine' });
	expect(saving.typed.title).toBe('theirs');
	expect(saving.isSaved).toBe(true);
});

test('what cannot be taken holds up nothing else, and is sent once it is mended', async () => {
	const { saving, send } = open([async () => saves(2), async () => saves(3)]);
	Object.assign(saving.typed, { title: 'wrong', text: 'good' });
	await saving.flush();
	expect(writes(send)).toEqual([[1, { text: 'good' }]]);
	expect(saving.untaken).toEqual([{ at: 'title', code: 'no' }]);
	expect(saving.isSaved).toBe(false);
	saving.typed.title = 'right';
	await vi.waitFor(() => expect(saving.untaken).toEqual([]));
	await saving.flush();
	expect(writes(send).at(-1)).toEqual([1, { title: 'right' }]);
});

test('what the server refuses is marked and not sent again as it is', async () => {
	const refuse = async (): Promise<Answer<FieldsSaved>> => ({
		refused: { code: 'invalid', issues: [{ field: 'title', code: 'too_long' }] }
	});
	const { saving, send } = open([refuse, async () => saves(2)]);
	saving.typed.title = 'much';
	await saving.flush();
	expect(saving.untaken).toEqual([{ at: 'title', code: 'too_long' }]);
	await saving.flush();
	expect(send).toHaveBeenCalledTimes(1);
	saving.typed.title = 'less';
	await vi.waitFor(() => expect(saving.untaken).toEqual([]));
	await saving.flush();
	expect(saving.isSaved).toBe(true);
});

test('what stood before comes back without what was wrong with what was typed since', async () => {
	const { saving, send } = open([async () => saves(2)]);
	saving.typed.text = 'good';
	await saving.flush();
	Object.assign(saving.typed, { title: 'wrong', text: 'wrong' });
	await saving.flush();
	expect(saving.saved('text')).toBe('good');
	saving.takeBack('text', 'good');
	expect([saving.typed.text, saving.untaken]).toEqual(['good', [{ at: 'title', code: 'no' }]]);
	saving.takeBack('title', 'one');
	await vi.waitFor(() => expect(saving.isSaved).toBe(true));
	expect(send).toHaveBeenCalledTimes(1);
});

test('what somebody wrote who may not any more stays here and in this browser, and is not sent over and over', async () => {
	const refuse = async (): Promise<Answer<FieldsSaved>> => ({ refused: { code: 'not_found' } });
	const { saving, send, stop } = open([refuse]);
	saving.typed.text = 'Written while they were let go';
	await saving.flush();
	expect(saving.refused).toEqual({ code: 'not_found' });
	expect(saving.isSaved).toBe(false);
	await vi.waitFor(async () => expect(await drafts.read(place)).toBeTruthy());
	stop();
	expect(send).toHaveBeenCalledTimes(2);
	const again = open([]);
	await vi.waitFor(() => expect(again.saving.typed.text).toBe('Written while they were let go'));
});

test('a save that was told of is loaded once, unless it was this form’s own', async () => {
	const { saving, reload } = open([async () => saves(2)]);
	saving.typed.title = 'two';
	await saving.flush();
	saving.heard(2);
	expect(reload).not.toHaveBeenCalled();
	saving.heard(3);
	expect(reload).toHaveBeenCalledTimes(1);
});
