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
	expect(localStorage).toHaveLength(0);
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

test('another tab tells what it wrote, and what was there before', () => {
	const heard: string[][] = [];
	const unwatch = drafts.watch(place, (...told) => heard.push(told) > 0);
	const tell = (newValue: string | null, oldValue: string | null): void => {
		dispatchEvent(new StorageEvent('storage', { key: `draft:${place}`, newValue, oldValue, storageArea: localStorage }));
	};
	const written = (text: string): string => JSON.stringify({ text, at: 1 });
	tell(written('two'), written('one'));
	tell(null, written('two'));
	unwatch();
	tell(written('three'), null);
	expect(heard).toEqual([['two', 'one'], ['', 'two']]);
});
