import { render, screen, within } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import ComparedBlocks from '#lib/components/plans/versions/ComparedBlocks.svelte';
import ComparedPlan from '#lib/components/plans/versions/ComparedPlan.svelte';
import SessionLines from '#lib/components/history/SessionLines.svelte';
import VersionList from '#lib/components/plans/versions/VersionList.svelte';
import VersionText from '#lib/components/plans/versions/VersionText.svelte';
import WhatChanged from '#lib/components/plans/versions/WhatChanged.svelte';
import { nothingCited } from '#lib/model/plans/cited.ts';
import type { ComparedBlock } from '#lib/model/plans/versions/compared.ts';
import type { PlanHead } from '#lib/model/plans/plan.ts';
import { untoldRow } from '#lib/model/plans/rows/cells.ts';
import type { OutlineSection } from '#lib/model/plans/shown.ts';
import { paragraphs } from '../../support/section-docs.ts';
import { readBy } from '../../support/reader.ts';

const context = readBy({ cities: [], me: { id: 'me', name: 'Ilze', city: 'da', role: 'officer', expertKind: null } });
const at = '2026-03-02T10:00:00.000Z';
const plan: PlanHead = {
	id: 'p',
	network: 'n',
	city: 'co',
	citySlug: 'coimbra',
	slug: 'makers',
	title: 'Makers',
	lang: 'pt',
	horizon: { from: null, to: null },
	contact: null,
	cover: null,
	state: 'adopted',
	implementing: false,
	consultation: null,
	invited: [],
	openedAt: at,
	changedAt: at,
	illustrative: false
};

test('what was added and removed is told by words and marks, and what became of a section by a word and a sign', () => {
	const base = { lang: 'pt', renamed: null, blocks: null, rows: [] };
	const paragraph = { kind: 'paragraph', level: null, file: null, isQuoted: false, list: null, cell: null } as const;
	const picture = { ...paragraph, kind: 'picture', file: 'new' } as const;
	const block: ComparedBlock = {
		id: 'one1',
		kind: 'kept',
		isMoved: false,
		differs: [],
		was: paragraph,
		is: paragraph,
		parts: [],
		alt: null,
		notes: []
	};
	render(ComparedPlan, {
		context,
		props: {
			sections: [
				{
					...base,
					id: '1',
					shortId: 'aaaaaaaa',
					title: 'Visão',
					became: 'changed',
					moved: true,
					blocks: [
						{
							...block,
							kind: 'changed',
							differs: ['words', 'kind'],
							is: { ...paragraph, kind: 'heading', level: 2 },
							parts: [
								{ kind: 'same', text: 'Um ' },
								{ kind: 'removed', text: 'rio' },
								{ kind: 'added', text: 'mar' }
							],
							notes: [[{ kind: 'added', text: 'O Mondego.' }]]
						},
						{ ...block, id: 'two2', kind: 'moved', isMoved: true, is: { ...paragraph, cell: { row: 2, column: 1 } } },
						{ ...block, id: 'pic3', kind: 'changed', differs: ['kind'], was: { ...picture, file: 'old' }, is: picture },
						{ ...block, id: 'kep4', parts: [{ kind: 'same', text: 'Fica.' }] }
					],
					rows: [
						{
							id: 'r',
							shortId: 'bbbbbbbb',
							kind: 'action',
							title: 'Feira',
							became: 'changed',
							moved: false,
							cells: [{ cell: 'cost', lang: null, parts: [{ kind: 'added', text: '€12,000' }] }]
						}
					]
				},
				{ ...base, id: '2', shortId: 'cccccccc', title: 'Riscos', became: 'same', moved: false },
				{ ...base, id: '3', shortId: 'dddddddd', title: '', became: 'removed', moved: false }
			]
		}
	});
	const vision = screen.getByRole('region', { name: /Visão/ });
	expect(within(vision).getByRole('heading', { level: 2 }).textContent).toMatch(/Visão\s*± changed\s*↕ moved/);
	expect(vision.querySelector('ins')?.textContent).toMatch(/added:?\s*mar/);
	expect(vision.querySelector('del')?.textContent).toMatch(/removed:?\s*rio/);
	const blocks = [...vision.querySelectorAll('[data-block]')];
	expect(blocks.map((one) => one.textContent?.replaceAll(/\s+/g, ' ').trim())).toEqual([
		'± changed before: paragraph; now: heading of level 2 Um removed: rio added: mar Footnote added: O Mondego.',
		'↕ moved before: paragraph; now: paragraph, row 2, column 1 of a table',
		'± changed picture before now',
		'Fica.'
	]);
	expect([...(blocks[2]?.querySelectorAll('img') ?? [])].map(({ src }) => new URL(src).pathname)).toEqual([
		expect.stringContaining('/old'),
		expect.stringContaining('/new')
	]);
	expect(within(vision).getByRole('article', { name: /Feira/ }).textContent).toMatch(/Cost/);
	expect(screen.getByRole('region', { name: /Riscos/ }).textContent).toMatch(/unchanged/);
	expect(screen.getByRole('region', { name: /A hidden section/ }).textContent).toMatch(/− removed/);
});

test('what stayed as it was is shown beside a change, and folded further away', () => {
	const shape = { kind: 'paragraph', level: null, file: null, isQuoted: false, list: null, cell: null } as const;
	const block = (n: number, kind: 'kept' | 'changed'): ComparedBlock => ({
		id: `block${n}`,
		kind,
		isMoved: false,
		differs: [],
		was: shape,
		is: shape,
		parts: [{ kind: 'same', text: `Said ${n}.` }],
		alt: null,
		notes: []
	});
	const blocks = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((n) => block(n, n === 6 ? 'changed' : 'kept'));
	const { container } = render(ComparedBlocks, { context, props: { blocks, lang: 'en' } });
	const said = (within: string) =>
		[...container.querySelectorAll(`${within} [data-block]`)].map((one) => one.textContent?.match(/Said \d+/)?.[0]);
	expect(screen.getAllByRole('group').map((one) => one.querySelector('summary')?.textContent)).toEqual([
		'4 unchanged paragraphs',
		'3 unchanged paragraphs'
	]);
	expect(said('details')).toEqual(['Said 1', 'Said 2', 'Said 3', 'Said 4', 'Said 8', 'Said 9', 'Said 10']);
	expect(said('.blocks')).toHaveLength(10);
});

test('versions are listed with who froze them and their declaration, and each leads to a comparison', () => {
	const declaration = { body: 'Câmara Municipal', adoptedOn: '2026-03-01', file: 'f' };
	const versions = [
		{ number: 2, name: '', kind: 'adopted', by: 'Inês', at, declaration } as const,
		{ number: 1, name: 'Para a câmara', kind: 'frozen', by: null, at, declaration: null } as const
	];
	render(VersionList, { props: { plan, versions }, context });
	const [newest, first] = screen.getAllByRole('listitem');
	expect(newest?.textContent).toMatch(/Version 2\s*as it was adopted[\s\S]*Inês[\s\S]*Adopted on 1 March 2026 by\s*Câmara Municipal/);
	expect(
		within(newest!)
			.getByRole('link', { name: /the one before/ })
			.getAttribute('href')
	).toBe('/plans/coimbra/makers/compare?from=1&to=2');
	expect(within(newest!).getByRole('link', { name: 'Read the declaration' }).getAttribute('href')).toBe('/files/f');
	expect(first?.textContent).toMatch(/Version 1\s*Para a câmara[\s\S]*Somebody/);
});

test('a version is read whole, with its rows cell by cell', () => {
	const head = {
		id: '1',
		shortId: 'aaaaaaaa',
		part: 'actions',
		rows: 'action',
		title: 'Ações',
		lang: 'pt',
		n: 3,
		length: 9,
		rowCount: 1,
		changedAt: at,
		retiredAt: null,
		hidden: false,
		illustrative: false,
		isNew: false,
		rowsAt: null,
		hint: '',
		writes: false
	} satisfies OutlineSection;
	const hidden = { ...head, id: '2', shortId: 'bbbbbbbb', title: '', hidden: true, length: 0, rowCount: 0 };
	const values = { ...untoldRow.action, title: 'Feira', costFrom: '12000', currency: 'EUR', state: 'running', objective: 'o' } as const;
	const row = { id: 'r', shortId: 'cccccccc', section: '1', kind: 'action', n: 2, values, changedAt: at, retiredAt: null } as const;
	const shown = {
		plan,
		outline: [head, hidden],
		sections: [{ ...head, doc: paragraphs('Um mercado.') }],
		cited: nothingCited,
		rows: [row]
	};
	render(VersionText, { props: { shown, names: { o: 'Ficar' } }, context });
	expect(screen.getByRole('region', { name: /Ações/ }).textContent).toMatch(/Um mercado\./);
	expect(screen.getByRole('article', { name: 'Feira' }).textContent).toMatch(/Ficar[\s\S]*€12,000/);
	expect(screen.getByRole('region', { name: /A hidden section/ })).toBeTruthy();
	expect(screen.getByRole('link', { name: 'Ações' }).getAttribute('href')).toBe('#s-aaaaaaaa');
});

test('any two sessions can be chosen, and only those who write take words back', () => {
	const by = { id: 'i', name: 'Inês', city: 'co', role: 'officer', expertKind: null } as const;
	const session = { by, at, takenBack: null, opened: false };
	const sessions = [
		{ ...session, from: 4, to: 5 },
		{ ...session, from: 2, to: 3, takenBack: 1 },
		{ ...session, from: 1, to: 1, by: null, opened: true }
	];
	const props = { sessions, here: '/h#changes', n: 5, compared: null, tookBack: () => null };
	const { unmount } = render(SessionLines, { props: { ...props, commandId: 'c' }, context });
	expect(screen.getAllByRole('radio')).toHaveLength(6);
	expect(screen.getAllByRole('button', { name: /^Restore/ })).toHaveLength(2);
	expect(screen.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual([
		'/h?from=3&to=5#changes',
		'/h?from=1&to=3#changes'
	]);
	expect(screen.getByText('As it was opened')).toBeTruthy();
	unmount();
	render(SessionLines, { props: { ...props, commandId: null }, context });
	expect(screen.queryByRole('button', { name: /^Restore/ })).toBeNull();
});

test('what one wrote while another saved is told part by part, and where all began with nothing there is nothing to see', () => {
	const [ines, rui] = ['Inês', 'Rui'].map((name) => ({ id: name, name, city: 'co', role: 'officer', expertKind: null }) as const);
	const of = (by: typeof ines, from: number, to: number) => ({ by: by ?? null, from, to, at, takenBack: null, opened: false });
	const parts = [
		{ from: 4, to: 5, at },
		{ from: 2, to: 2, at }
	];
	const sessions = [{ ...of(ines, 2, 5), parts }, of(rui, 3, 3), { ...of(ines, 1, 1), empty: true }];
	const props = { sessions, here: '/h', n: 5, compared: null, tookBack: () => null, showsFirst: true, commandId: 'c' };
	const { unmount } = render(SessionLines, { props, context });
	const hrefs = () => screen.getAllByRole('link', { hidden: true }).map((link) => link.getAttribute('href'));
	expect(screen.getByText('In 2 parts, with others in between')).toBeVisible();
	expect(hrefs()).toEqual(['/h?from=3&to=5', '/h?from=1&to=2', '/h?from=2&to=3']);
	expect(screen.getByText('Begun, nothing written yet')).toBeVisible();
	const restored = [...document.querySelectorAll<HTMLInputElement>('input[name="n"]')].map(({ value }) => value);
	expect(restored, 'neither what stands nor an empty text').toEqual(['2', '3']);
	unmount();
	render(SessionLines, { props: { ...props, sessions: [of(rui, 4, 5), of(ines, 1, 3)] }, context });
	expect(hrefs()).toEqual(['/h?from=3&to=5', '/h?from=0&to=3']);
	expect(screen.getByRole('link', { name: /^First text/ })).toBeVisible();
});

test('two revisions that say the same say so', () => {
	const compared = { from: 1, to: 2, lang: 'pt', renamed: null, blocks: null, rows: null, cells: [] };
	render(WhatChanged, { props: { compared, title: 'What changed', back: '/h', before: null }, context });
	expect(screen.getByText('Both say the same.')).toBeTruthy();
});
