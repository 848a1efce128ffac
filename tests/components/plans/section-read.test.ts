import { render, screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import PlanKeys from '#lib/components/plans/read/PlanKeys.svelte';
import PlanSection from '#lib/components/plans/read/PlanSection.svelte';
import { nothingCited } from '#lib/model/plans/cited.ts';
import type { PlanHead } from '#lib/model/plans/plan.ts';
import type { OutlineSection, SectionShown } from '#lib/model/plans/shown.ts';
import { paragraphs } from '../../support/section-docs.ts';
import { readBy } from '../../support/reader.ts';

const context = readBy({ cities: [] });
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
	state: 'draft',
	implementing: false,
	consultation: null,
	invited: [],
	openedAt: null,
	changedAt: at,
	illustrative: false
};
const section = {
	id: '1',
	shortId: 'aaaaaaaa',
	part: 'risks',
	rows: null,
	title: 'Riscos',
	lang: 'pt',
	n: 3,
	length: 9,
	rowCount: 0,
	rowsAt: null,
	changedAt: at,
	retiredAt: null,
	hidden: false,
	illustrative: false,
	isNew: false,
	hint: 'What may go wrong?',
	writes: false,
	doc: paragraphs('Um mercado.'),
	cited: nothingCited
} satisfies OutlineSection & SectionShown;
const around = { number: 1, missing: false, onretry: () => {}, newer: undefined, onshow: () => {}, alone: '/one' };
const show = (shown: OutlineSection & SectionShown) =>
	render(PlanSection, {
		props: { section: shown, words: shown, history: '/plans/coimbra/makers/history/s-aaaaaaaa', ...around },
		context
	});

test('a section leads to its history, also for who does not write in it', () => {
	show(section);
	expect(screen.getByRole('link', { name: /^History\s?: Riscos$/ })).toHaveAttribute('href', '/plans/coimbra/makers/history/s-aaaaaaaa');
});

test('a plan leads to its history before any version was frozen', () => {
	render(PlanKeys, { props: { plan, contacts: [], versions: [], said: { open: null, draft: null } }, context });
	expect(screen.getByRole('link', { name: 'Who wrote where, and when' })).toHaveAttribute('href', '/plans/coimbra/makers/history');
});

test('who writes is asked for what belongs into an empty section; others read that nothing is there', () => {
	const empty = { ...section, length: 0, doc: paragraphs('') };
	const { unmount } = show({ ...empty, writes: true });
	expect(screen.getByText('What may go wrong?')).toBeVisible();
	unmount();
	show(empty);
	expect(screen.queryByText('What may go wrong?')).toBeNull();
	expect(screen.getByText('Nothing is written here yet.')).toBeVisible();
});
