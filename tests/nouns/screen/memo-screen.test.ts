import { render, screen, within } from '@testing-library/svelte';
import { flushSync } from 'svelte';
import { expect, onTestFinished, test, vi } from 'vitest';
import { fetchDeskParts } from '#lib/components/desk/fetch-parts.ts';
import { fetchCityParts } from '#lib/components/network/fetch-parts.ts';
import ActList from '#lib/components/moderation/ActList.svelte';
import { fetchModerationParts } from '#lib/components/moderation/fetch-parts.ts';
import Filters from '#lib/components/search/Filters.svelte';
import Palette from '#lib/components/search/Palette.svelte';
import MainMenu from '#lib/components/shell/MainMenu.svelte';
import { namedRooms } from '#lib/components/rooms.ts';
import FoundList from '#lib/components/search/FoundList.svelte';
import { fetchSearchParts } from '#lib/components/search/fetch-parts.ts';
import type { ModerationAct } from '#lib/model/moderation/moderation.ts';
import type { Found, Results } from '#lib/model/search/results.ts';
import Desk from '../../../src/routes/+page.svelte';
import City from '../../../src/routes/network/[slug]/+page.svelte';
import { readBy } from '../../support/reader.ts';

vi.mock(import('#lib/model/nouns.ts'), async (original) => {
	const { memosNoun } = await import('../memos/model/noun.ts');
	return { modelNouns: [...(await original()).modelNouns, memosNoun] };
});
vi.mock(import('#lib/components/nouns.ts'), async (original) => {
	const { memosScreen } = await import('../memos/components/noun.ts');
	return { screenNouns: [...(await original()).screenNouns, memosScreen] };
});

// Where one is, as SvelteKit says.
vi.mock(import('$app/state'), async (original) => ({ ...(await original()), page: { url: new URL('https://swing.test/memos') } as never }));

const memo: Found<'memo'> = { kind: 'memo', id: 'm', href: '/memos/m', city: 'co' };

test('a memo stands among what was found, and its kind among what can be looked for', async () => {
	const parts = await fetchSearchParts();
	const excerpt = [{ text: 'Whom to ask about the ' }, { text: 'kumquats', marked: true }].map((one) => ({ marked: false, ...one }));
	const results: Results = {
		hits: [{ ...memo, excerpt, lang: 'en', marks: ['kumquats'] }],
		count: 1,
		more: false,
		counts: { memo: 1 },
		meant: [],
		unknown: [],
		read: 'kumquats'
	};
	render(FoundList, { props: { results, text: 'kumquats', place: 1, failed: false, parts }, context: readBy() });
	const link = screen.getByRole('link', { name: 'Whom to ask about the kumquats' });
	expect(link).toHaveAttribute('href', '/memos/m');
	expect(within(link).getByText('kumquats').tagName).toBe('MARK');
	render(Filters, { props: { text: 'kumquats', parts, counts: results.counts, onsay: () => {} }, context: readBy() });
	expect(screen.getByText('Memos')).toBeInTheDocument();
	expect(parts.memo?.option(memo, { text: 'Kumquats', lang: 'en' }, () => undefined)).toMatchObject({
		href: '/memos/m',
		name: 'Kumquats'
	});
});

test('the desk shows the newest memos, and says the latest', async () => {
	const parts = await fetchDeskParts();
	const data = {
		parts,
		panels: { memos: [{ id: 'm', title: 'Kumquats', href: '/memos/m' }] },
		addressed: { inbox: { stream: 'user:p', seq: 0, unread: 0, entries: [], more: false }, cards: {} },
		unread: [],
		latest: [],
		lastHere: null,
		now: '2026-11-20T09:00:00Z'
	};
	render(Desk, { props: { data: data as never }, context: readBy() });
	const memos = screen.getByRole('region', { name: 'Memos' });
	expect(within(memos).getByRole('link', { name: 'Kumquats' })).toHaveAttribute('href', '/memos/m');
	expect(screen.getByText(/The latest memo is “Kumquats”/)).toBeInTheDocument();
});

test('memos stand in the menu with what is unread in them, and meetings with no more than their own', () => {
	const unreadCounts: Record<string, [number, number]> = { 'memo:m': [2, 7], 'meeting:c': [3, 9], 'meeting:d': [1, 1] };
	render(MainMenu, { context: readBy({ rooms: namedRooms(), unreadCounts }) });
	const ways = within(screen.getByRole('navigation', { name: 'Main menu' })).getAllByRole('link');
	const named = ['Desk', 'Plans', 'Practices', 'Meetings 4 unread', 'Network', 'Memos 2 unread'];
	expect(ways).toHaveLength(named.length);
	for (const [at, name] of named.entries()) expect(ways[at]).toHaveAccessibleName(name);
	expect(ways.at(-1)).toHaveAttribute('href', '/memos');
	expect(ways.map((way) => way.getAttribute('aria-current')).filter(Boolean)).toEqual(['page']);
});

test('the palette leads to memos as to every other room', () => {
	vi.stubGlobal('fetch', () => Promise.reject(new Error('no names')));
	onTestFinished(() => void vi.unstubAllGlobals());
	const { component } = render(Palette, { context: readBy({ rooms: namedRooms() }) });
	component.open();
	flushSync();
	const options = within(screen.getByRole('group', { name: 'Rooms' })).getAllByRole('option');
	expect(options.map((option) => option.textContent?.trim())).toEqual([
		'Plans',
		'Practices',
		'Meetings',
		'Network',
		'Inbox',
		'Search',
		'Profile',
		'Memos'
	]);
});

test('the page of a city shows the memos that it keeps, and has no section where there are none to read', async () => {
	const partner = { code: 'co', organisation: 'Câmara', population: null, leads: false, people: [] };
	const data = { parts: await fetchCityParts(), partner, now: '2026-11-20T09:00:00Z' };
	const shown = (memos: object[]) => {
		const { unmount } = render(City, {
			props: { data: { ...data, sections: { memos } } as never, params: { slug: 'coimbra' }, form: null },
			context: readBy()
		});
		return { unmount, section: screen.queryByRole('region', { name: 'Memos of the city' }) };
	};
	const { section, unmount } = shown([{ id: 'm', title: 'Kumquats', href: '/memos/m' }]);
	expect(section && within(section).getByRole('link', { name: 'Kumquats' })).toHaveAttribute('href', '/memos/m');
	unmount();
	expect(shown([]).section).toBeNull();
});

test('what a lead did to a memo is a sentence, with the way to the memo', async () => {
	const thing = { title: 'Kumquats', href: '/memos/m' };
	const done = { id: 1, at: '2026-11-20T09:00:00Z', by: 'Marek', action: 'memo.silenced', reason: 'Too many', kind: 'memo' } as const;
	const acts: ModerationAct[] = [{ ...done, thing }];
	render(ActList, { props: { acts, parts: await fetchModerationParts() }, context: readBy() });
	expect(screen.getByText('Marek took away the day of a memo')).toBeInTheDocument();
	expect(screen.getByRole('link', { name: 'Kumquats' })).toHaveAttribute('href', '/memos/m');
});
