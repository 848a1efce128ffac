import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { drafts } from '#lib/client/drafts.ts';

const place = 'p1:meeting:coimbra-2017';

beforeEach(() => {
	localStorage.clear();
	sessionStorage.clear();
});
afterEach(() => {
	vi.useRealTimers();
});

test('a draft comes back in this tab and in another one', () => {
	drafts.keep(place, 'Sveiki');
	expect(drafts.read(place)).toBe('Sveiki');
	sessionStorage.clear();
	expect(drafts.read(place)).toBe('Sveiki');
	expect(drafts.read('p2:meeting:coimbra-2017')).toBeNull();
});

test('what was typed in this tab comes before what another tab wrote', () => {
	drafts.keep(place, 'mine');
	localStorage.setItem(`draft:${place}`, JSON.stringify({ text: 'theirs', at: Date.now() }));
	expect(drafts.read(place)).toBe('mine');
});

test('a draft without words is none', () => {
	drafts.keep(place, 'Sveiki');
	drafts.keep(place, ' \n');
	expect(drafts.read(place)).toBeNull();
});

test('a draft is forgotten after sixty days', () => {
	drafts.keep(place, 'Sveiki');
	sessionStorage.clear();
	vi.useFakeTimers({ now: Date.now() + 61 * 24 * 60 * 60 * 1000 });
	expect(drafts.read(place)).toBeNull();
	expect(localStorage).toHaveLength(0);
});

test('rubbish in the storage is no draft', () => {
	localStorage.setItem(`draft:${place}`, '{"text":');
	expect(drafts.read(place)).toBeNull();
});

/** What this tab does, and then what another one does that goes by `work`: each has a session of its own. */
function inAnotherTab(work: () => void): void {
	const own = { ...sessionStorage };
	sessionStorage.clear();
	work();
	sessionStorage.clear();
	for (const [key, value] of Object.entries(own)) sessionStorage.setItem(key, String(value));
}

test('what was gone on with and posted in another tab does not come back in this one', () => {
	drafts.keep(place, 'Begun here');
	inAnotherTab(() => {
		expect(drafts.read(place)).toBe('Begun here');
		drafts.keep(place, 'Begun here, posted there');
		drafts.drop(place);
		drafts.keep(place, 'The next one');
	});
	expect(drafts.read(place)).toBe('The next one');
});

test('what another tab wrote and posted by itself takes nothing from this one', () => {
	drafts.keep(place, 'Mine');
	inAnotherTab(() => {
		drafts.keep(place, 'Theirs');
		drafts.drop(place);
	});
	expect(drafts.read(place)).toBe('Mine');
	drafts.drop(place);
	inAnotherTab(() => expect(drafts.read(place)).toBeNull());
});

test('what is dropped here leaves the draft of another tab', () => {
	drafts.keep(place, 'Mine');
	inAnotherTab(() => drafts.keep(place, 'Theirs'));
	drafts.drop(place);
	expect(drafts.read(place)).toBe('Theirs');
});

test('words that go on after another tab has posted what they began with are a draft of their own', () => {
	drafts.keep(place, 'Begun');
	inAnotherTab(() => {
		drafts.read(place);
		drafts.drop(place);
	});
	drafts.keep(place, 'Begun, and gone on with');
	expect(drafts.read(place)).toBe('Begun, and gone on with');
});

/** What a tab hears when another one does something, as browsers tell it. */
function heardFrom(other: () => void): void {
	const oldValue = localStorage.getItem(`draft:${place}`);
	inAnotherTab(other);
	const newValue = localStorage.getItem(`draft:${place}`);
	dispatchEvent(new StorageEvent('storage', { key: `draft:${place}`, newValue, oldValue, storageArea: localStorage }));
}

test('another tab tells what it wrote, and what was there before', () => {
	const heard: string[][] = [];
	const unwatch = drafts.watch(place, (...told) => heard.push(told) > 0);
	heardFrom(() => drafts.keep(place, 'one'));
	const goOn = (text: string) => () => {
		drafts.read(place);
		drafts.keep(place, text);
	};
	heardFrom(goOn('two'));
	heardFrom(goOn(''));
	unwatch();
	heardFrom(() => drafts.keep(place, 'three'));
	expect(heard).toEqual([
		['one', ''],
		['two', 'one'],
		['', 'two']
	]);
});

test('another tab that writes something else tells nothing', () => {
	const changed = vi.fn(() => true);
	drafts.keep(place, 'Mine');
	const unwatch = drafts.watch(place, changed);
	heardFrom(() => drafts.keep(place, 'Theirs'));
	expect(changed).not.toHaveBeenCalled();
	expect(drafts.read(place)).toBe('Mine');
	unwatch();
});

test('a page that was put aside hears what happened meanwhile when it is shown again', () => {
	drafts.keep(place, 'Begun');
	const changed = vi.fn(() => true);
	const unwatch = drafts.watch(place, changed);
	inAnotherTab(() => {
		drafts.read(place);
		drafts.drop(place);
	});
	dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
	expect(changed).toHaveBeenCalledExactlyOnceWith('', 'Begun');
	unwatch();
});
