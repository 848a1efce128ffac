import { render, screen, within } from '@testing-library/svelte';
import { expect, test, vi } from 'vitest';
import { fetchDeskParts } from '#lib/components/desk/fetch-parts.ts';
import Filters from '#lib/components/search/Filters.svelte';
import FoundList from '#lib/components/search/FoundList.svelte';
import { fetchSearchParts } from '#lib/components/search/fetch-parts.ts';
import type { Found, Results } from '#lib/model/search/results.ts';
import Desk from '../../../src/routes/+page.svelte';
import { readBy } from '../../support/reader.ts';

vi.mock(import('#lib/model/nouns.ts'), async (original) => {
	const { memosNoun } = await import('../memos/model/noun.ts');
	return { modelNouns: [...(await original()).modelNouns, memosNoun] };
});
vi.mock(import('#lib/components/nouns.ts'), async (original) => {
	const { memosScreen } = await import('../memos/components/noun.ts');
	return { screenNouns: [...(await original()).screenNouns, memosScreen] };
});

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
		unknown: []
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
