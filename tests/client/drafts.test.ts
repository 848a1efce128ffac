import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fetchDraftKeys } from '#lib/client/draft-key.ts';
import { forgetLeftOpen, leaveOpen, mayHaveDraft } from '#lib/client/draft-places.ts';
import { drafts } from '#lib/client/drafts.ts';
import { testDraftKeys } from '../support/draft-keys.ts';

vi.mock('#lib/client/draft-key.ts', () => ({ fetchDraftKeys: vi.fn() }));

const place = 'p1:meeting:coimbra-2017';

beforeEach(() => {
	vi.mocked(fetchDraftKeys).mockImplementation(testDraftKeys);
	localStorage.clear();
	sessionStorage.clear();
});
afterEach(() => {
	vi.useRealTimers();
});

test('a draft comes back in this tab and in another one', async () => {
	await drafts.keep(place, 'Sveiki');
	expect(await drafts.read(place)).toBe('Sveiki');
	sessionStorage.clear();
	expect(await drafts.read(place)).toBe('Sveiki');
	expect(await drafts.read('p2:meeting:coimbra-2017')).toBeNull();
});

test('what was typed in this tab comes before what another tab wrote', async () => {
	await drafts.keep(place, 'mine');
	await inAnotherTab(() => drafts.keep(place, 'theirs'));
	expect(await drafts.read(place)).toBe('mine');
});

test('a draft without words is none', async () => {
	await drafts.keep(place, 'Sveiki');
	await drafts.keep(place, ' \n');
	expect(await drafts.read(place)).toBeNull();
});

test('a draft is forgotten after sixty days', async () => {
	await drafts.keep(place, 'Sveiki');
	sessionStorage.clear();
	vi.useFakeTimers({ now: Date.now() + 61 * 24 * 60 * 60 * 1000 });
	expect(await drafts.read(place)).toBeNull();
	expect(localStorage).toHaveLength(0);
});

test('rubbish in the storage is no draft', async () => {
	for (const prefix of ['draft:', 'kept-draft:']) localStorage.setItem(prefix + place, '{"text":');
	expect(await drafts.read(place)).toBeNull();
	expect(drafts.begun(place)).toBe(false);
});

/** What this tab does, and then what another one does that goes by `work`: each has a session of its own. */
async function inAnotherTab(work: () => Promise<unknown>): Promise<void> {
	const own = { ...sessionStorage };
	sessionStorage.clear();
	await work();
	sessionStorage.clear();
	for (const [key, value] of Object.entries(own)) sessionStorage.setItem(key, String(value));
}

test('what was gone on with and posted in another tab does not come back in this one', async () => {
	await drafts.keep(place, 'Begun here');
	await inAnotherTab(async () => {
		expect(await drafts.read(place)).toBe('Begun here');
		await drafts.keep(place, 'Begun here, posted there');
		drafts.drop(place);
		await drafts.keep(place, 'The next one');
	});
	expect(await drafts.read(place)).toBe('The next one');
});

test('what another tab wrote and posted by itself takes nothing from this one', async () => {
	await drafts.keep(place, 'Mine');
	await inAnotherTab(async () => {
		await drafts.keep(place, 'Theirs');
		drafts.drop(place);
	});
	expect(await drafts.read(place)).toBe('Mine');
	drafts.drop(place);
	await inAnotherTab(async () => expect(await drafts.read(place)).toBeNull());
});

test('what is dropped here leaves the draft of another tab', async () => {
	await drafts.keep(place, 'Mine');
	await inAnotherTab(async () => drafts.keep(place, 'Theirs'));
	drafts.drop(place);
	expect(await drafts.read(place)).toBe('Theirs');
});

test('words that go on after another tab has posted what they began with are a draft of their own', async () => {
	await drafts.keep(place, 'Begun');
	await inAnotherTab(async () => {
		await drafts.read(place);
		drafts.drop(place);
	});
	await drafts.keep(place, 'Begun, and gone on with');
	expect(await drafts.read(place)).toBe('Begun, and gone on with');
});

/** What a tab hears when another one does something, as browsers tell it. */
async function heardFrom(other: () => Promise<unknown>): Promise<void> {
	const oldValue = localStorage.getItem(`kept-draft:${place}`);
	await inAnotherTab(other);
	const newValue = localStorage.getItem(`kept-draft:${place}`);
	dispatchEvent(new StorageEvent('storage', { key: `kept-draft:${place}`, newValue, oldValue, storageArea: localStorage }));
	await new Promise((go) => {
		setTimeout(go, 30);
	});
}

test('another tab tells what it wrote, and what was there before', async () => {
	const heard: string[][] = [];
	const unwatch = drafts.watch(place, (...told) => heard.push(told) > 0);
	const hears = (count: number) => vi.waitFor(() => expect(heard).toHaveLength(count));
	await heardFrom(() => drafts.keep(place, 'one'));
	await hears(1);
	const goOn = (text: string) => async () => {
		await drafts.read(place);
		await drafts.keep(place, text);
	};
	await heardFrom(goOn('two'));
	await hears(2);
	await heardFrom(goOn(''));
	await hears(3);
	unwatch();
	await heardFrom(() => drafts.keep(place, 'three'));
	expect(heard).toEqual([
		['one', ''],
		['two', 'one'],
		['', 'two']
	]);
});

test('another tab that writes something else tells nothing', async () => {
	const changed = vi.fn(() => true);
	await drafts.keep(place, 'Mine');
	const unwatch = drafts.watch(place, changed);
	await heardFrom(() => drafts.keep(place, 'Theirs'));
	expect(changed).not.toHaveBeenCalled();
	expect(await drafts.read(place)).toBe('Mine');
	unwatch();
});

test('a page that was put aside hears what happened meanwhile when it is shown again', async () => {
	await drafts.keep(place, 'Begun');
	const changed = vi.fn(() => true);
	const unwatch = drafts.watch(place, changed);
	await inAnotherTab(async () => {
		await drafts.read(place);
		drafts.drop(place);
	});
	dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
	await vi.waitFor(() => expect(changed).toHaveBeenCalledExactlyOnceWith('', 'Begun'));
	unwatch();
});

/** All that this browser holds. */
const held = () => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]);

test('nobody reads in the browser what was written, and another person neither sees nor deletes it', async () => {
	await drafts.keep(place, 'Between us');
	expect(held()).not.toContain('Between');
	expect(drafts.begun(place)).toBe(true);
	const before = localStorage.getItem(`kept-draft:${place}`);
	const theirs = place.replace('p1', 'p2');
	localStorage.setItem(`kept-draft:${theirs}`, before ?? '');
	expect(await drafts.read(theirs)).toBeNull();
	await drafts.keep('p2:elsewhere', 'Mine');
	drafts.drop('p2:elsewhere');
	expect(localStorage.getItem(`kept-draft:${place}`)).toBe(before);
	expect(await drafts.read(place)).toBe('Between us');
});

test('what an earlier version kept as it was is locked once its writer is back', async () => {
	localStorage.setItem(`draft:${place}`, JSON.stringify({ text: 'From before', at: Date.now(), id: 'a', gone: [] }));
	localStorage.setItem('draft:p2:elsewhere', JSON.stringify({ text: 'Of somebody else', at: Date.now() }));
	expect(drafts.begun(place)).toBe(true);
	expect(await drafts.read(place)).toBe('From before');
	expect(held()).not.toContain('From before');
	expect(held()).toContain('Of somebody else');
	expect(await drafts.read(place)).toBe('From before');
});

test('what is written while the key is not to be had is not kept, and comes after what was begun once it is', async () => {
	await drafts.keep('p7:there', 'Begun');
	vi.resetModules();
	const reloaded = (await import('#lib/client/drafts.ts')).drafts;
	const { fetchDraftKeys: ask } = await import('#lib/client/draft-key.ts');
	vi.mocked(ask).mockRejectedValue(new TypeError('Failed to fetch'));
	expect(await reloaded.read('p7:there')).toBeNull();
	expect(await reloaded.keep('p7:there', 'and gone')).toBe(false);
	vi.mocked(ask).mockImplementation(testDraftKeys);
	expect(await reloaded.keep('p7:there', 'and gone on with')).toBe(true);
	expect(await reloaded.read('p7:there')).toBe('Begun\n\nand gone on with');
	await reloaded.keep('p7:there', 'All anew');
	expect(await reloaded.read('p7:there')).toBe('All anew');
});

test('of two wishes the later one counts, also where the first is still being locked', async () => {
	const first = drafts.keep(place, 'Posted by now');
	drafts.drop(place);
	await first;
	expect(await drafts.read(place)).toBeNull();
});

test('what a page was left with before it could be locked is there again, and is locked then', async () => {
	await drafts.keep(place, 'Half a');
	vi.useFakeTimers({ now: Date.now() + 1000, toFake: ['Date'] });
	leaveOpen(place, 'Half a thought', false);
	expect(drafts.begun(place)).toBe(true);
	expect(await drafts.read(place)).toBe('Half a thought');
	expect(held()).not.toContain('thought');
	expect(await drafts.read(place)).toBe('Half a thought');
});

test('what was left before the draft had come stands after it', async () => {
	await drafts.keep(place, 'Begun yesterday.');
	vi.useFakeTimers({ now: Date.now() + 1000, toFake: ['Date'] });
	leaveOpen(place, 'And today.', true);
	expect(await drafts.read(place)).toBe('Begun yesterday.\n\nAnd today.');
});

test('what was left is there and stays while the key is not to be had, and goes once it is kept or dropped', async () => {
	leaveOpen('p8:there', 'Waits', false);
	vi.mocked(fetchDraftKeys).mockRejectedValue(new TypeError('Failed to fetch'));
	expect(await drafts.read('p8:there')).toBe('Waits');
	expect(held()).toContain('Waits');
	vi.mocked(fetchDraftKeys).mockImplementation(testDraftKeys);
	expect(await drafts.read('p8:there')).toBe('Waits');
	leaveOpen('p8:there', 'Posted', false);
	drafts.drop('p8:there');
	expect(await drafts.read('p8:there')).toBeNull();
});

test('what somebody left in a tab goes when another person writes in it, and when its writer signs out', async () => {
	leaveOpen(place, 'Mine alone', false);
	await drafts.read('p2:elsewhere');
	expect(held()).not.toContain('Mine alone');
	leaveOpen(place, 'Mine again', false);
	forgetLeftOpen();
	expect(held()).not.toContain('Mine again');
});

test('where one may begin to write the key is there before the line is lost', async () => {
	const unwatch = drafts.watch('p9:there', () => true);
	await vi.waitFor(() => expect(fetchDraftKeys).toHaveBeenCalledWith('p9'));
	vi.mocked(fetchDraftKeys).mockRejectedValue(new TypeError('Failed to fetch'));
	expect(await drafts.keep('p9:there', 'First words in the tunnel')).toBe(true);
	unwatch();
});

test('what was dropped leaves no draft behind: nothing is opened for it', async () => {
	await drafts.keep(place, 'Words');
	expect(mayHaveDraft(place)).toBe(true);
	drafts.drop(place);
	expect(mayHaveDraft(place)).toBe(false);
});
