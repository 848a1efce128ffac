import { render, screen, within } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import { formatter } from '#lib/i18n/format.ts';
import EntryItem from '#lib/components/practices/list/EntryItem.svelte';
import EntryTable from '#lib/components/practices/list/EntryTable.svelte';
import FacetForm from '#lib/components/practices/list/FacetForm.svelte';
import NothingFound from '#lib/components/practices/list/NothingFound.svelte';
import { valueName, type FacetNames } from '#lib/components/practices/list/facet-words.ts';
import { yearsOf } from '#lib/components/practices/list/spans.ts';
import { facets } from '#lib/model/practices/facets.ts';
import { noChoice, type PracticeList } from '#lib/model/practices/list-address.ts';
import type { CountedValue, ListedPractice, PracticesListed } from '#lib/model/practices/listed.ts';
import type { CityTag } from '#lib/model/people/tags.ts';
import { readBy } from '../../support/reader.ts';

const city = (code: string, name: string, country: string, position: number): CityTag => ({
	code,
	slug: code,
	name,
	letters: code,
	country,
	timeZone: 'Europe/Riga',
	language: 'lv',
	position
});
const cities = [city('da', 'Daugavpils', 'LV', 1), city('gr', 'Granada', 'ES', 2)];
const context = readBy({ cities, me: { id: 'me', name: 'Ilze', city: 'da', role: 'officer', expertKind: null } });
const naming: FacetNames = {
	themes: [{ slug: 'talent', name: 'Talent' }],
	cityOf: (code) => cities.find((one) => one.code === code),
	format: formatter('en', 'UTC')
};
const own = { theme: ['talent'], city: ['da', 'gr'], country: ['LV', 'ES'] };
const entry: ListedPractice = {
	id: '1',
	href: '/practices/otters-abcdefgh',
	city: 'da',
	form: 'story',
	lang: 'en',
	title: 'Otters',
	pitch: 'Ūdri pilsētā.',
	pitchLang: 'lv',
	illustrative: true,
	themes: ['talent'],
	cost: { from: '1000.00', to: '2500.50', currency: 'EUR' },
	fromYear: 2015,
	toYear: null,
	evidence: 'measured',
	completeness: 7,
	changedAt: '2026-11-20T09:00:00.000Z',
	takenUp: [
		{ city: 'gr', stage: 'adapt' },
		{ city: 'da', stage: 'stopped' }
	]
};
const plain: PracticeList = { q: '', choice: noChoice(), sort: 'newest', view: 'cards', page: 1 };
const countsOf = (some: Partial<Record<string, CountedValue[]>>) =>
	({ ...Object.fromEntries(facets.map((facet) => [facet, []])), ...some }) as unknown as PracticesListed['counts'];

test('an entry says whose it is and that it is one’s own city’s, in which language each line is, and who has taken it up', () => {
	render(EntryItem, { props: { entry }, context });
	expect(screen.getByText('your city')).toBeVisible();
	expect(screen.getByRole('link', { name: 'Otters' })).toHaveAttribute('href', '/practices/otters-abcdefgh');
	expect(screen.getByRole('link', { name: 'Otters' })).not.toHaveAttribute('lang');
	expect(screen.getByText('Ūdri pilsētā.')).toHaveAttribute('lang', 'lv');
	expect(screen.getByRole('link', { name: 'Latvia' })).toHaveAttribute('href', '/practices?country=LV');
	expect(screen.getByText('Adapt').parentElement).toContainElement(screen.getByRole('img', { name: 'Granada' }));
	expect(screen.queryByText('Re-use')).toBeNull();
});

test('in the table every value leads to the entries that share it', () => {
	render(EntryTable, { props: { entries: [entry], naming }, context });
	expect(screen.getByRole('link', { name: 'Talent' })).toHaveAttribute('href', '/practices?theme=talent&view=table');
	expect(screen.getByRole('link', { name: 'Measured' })).toHaveAttribute('href', '/practices?evidence=measured&view=table');
	expect(screen.getByText('€1,000.00 – €2,500.50')).toBeVisible();
	expect(screen.getByText('since 2015')).toBeVisible();
});

test('the filters say how many entries each value would give, and a press asks for the list with it', () => {
	const asked: PracticeList[] = [];
	const counts = countsOf({
		theme: [{ value: 'talent', n: 3 }],
		city: [{ value: 'gr', n: 2 }],
		tag: [
			{ value: 'rare', n: 1 },
			{ value: 'common', n: 9 }
		]
	});
	const list = { ...plain, q: 'otter', choice: { ...noChoice(), tag: ['gone'] } };
	render(FacetForm, {
		props: { id: 'f', asked: list, counts, own, naming, onask: (one: PracticeList) => void asked.push(one) },
		context
	});
	screen
		.getByRole<HTMLDetailsElement>('form')
		.querySelectorAll('details')
		.forEach((details) => (details.open = true));
	expect(screen.getByRole('checkbox', { name: 'Talent, 3 practices' })).not.toBeChecked();
	expect(screen.getByRole('checkbox', { name: 'Daugavpils, 0 practices' })).toBeInTheDocument();
	const tags = within(screen.getByRole('group', { name: 'Tag' })).getAllByRole('checkbox');
	expect(tags.map((tag) => tag.getAttribute('value'))).toEqual(['common', 'rare', 'gone']);
	// Where no city has taken up anything, that is no filter.
	expect(screen.queryByText('On its way')).toBeNull();
	screen.getByRole('checkbox', { name: 'Granada, 2 practices' }).click();
	expect(asked.at(-1)).toMatchObject({ page: 1, choice: { city: ['gr'], tag: ['gone'], theme: [] } });
});

test('where nothing fits, only what leads to something is offered, a facet as a whole', () => {
	const list: PracticeList = { ...plain, q: 'otter', sort: 'best', choice: { ...noChoice(), city: ['da', 'gr'], form: ['story'] } };
	const listed = { counts: countsOf({ city: [{ value: 'da', n: 1 }] }), wordless: 0 };
	render(NothingFound, { props: { asked: list, listed, naming }, context });
	expect(screen.getAllByRole('link').map((link) => [link.textContent, link.getAttribute('href')])).toEqual([
		['without Daugavpils and Granada', '/practices?q=otter&form=story'],
		['Clear all', '/practices']
	]);
});

test.each([
	['cost', 'under-10000', 'Under €\u00a010,000'],
	['cost', '50000-250000', '€\u00a050,000 to €\u00a0250,000'],
	['cost', 'over-1000000', 'Over €\u00a01,000,000'],
	['cost', 'none', 'Not told yet'],
	['period', '2015', '2015–2019'],
	['period', 'before-2000', 'Before 2000'],
	['completeness', '4-6', '4 to 6 of twelve'],
	['lang', 'lv', 'Latvian'],
	['theme', 'unheard', 'unheard']
] as const)('the value %s %s is called %s', (facet, value, name) => {
	expect(valueName(facet, value, naming)).toBe(name);
});

test('years are said as far as they are told', () => {
	expect([
		yearsOf({ fromYear: null, toYear: null }),
		yearsOf({ fromYear: 2015, toYear: 2015 }),
		yearsOf({ fromYear: 2015, toYear: 2018 })
	]).toEqual(['', '2015', '2015–2018']);
});
