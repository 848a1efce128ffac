import { render, screen, within } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import AdoptionPanel from '#lib/components/adoptions/AdoptionPanel.svelte';
import AdoptionTable from '#lib/components/adoptions/AdoptionTable.svelte';
import BothWays from '#lib/components/adoptions/BothWays.svelte';
import type { Adoption, Step } from '#lib/model/adoptions/adoption.ts';
import type { AdoptionLine, OwnAdoption } from '#lib/model/adoptions/shown.ts';
import type { Stage } from '#lib/model/adoptions/stages.ts';
import type { CityTag } from '#lib/model/people/tags.ts';
import { readBy } from '../../support/reader.ts';

const cityOf = (code: string, name: string): CityTag => ({
	code,
	slug: code,
	name,
	letters: code,
	country: 'LV',
	timeZone: 'Europe/Riga',
	language: 'lv',
	position: 1
});
const cities = [cityOf('kl', 'Klaipėda'), cityOf('da', 'Daugavpils'), cityOf('gr', 'Granada')];
const context = readBy({ cities });

const step = (kind: Step['kind'], at: string, note = ''): Step => ({ kind, note, by: null, at: `${at}T10:00:00.000Z` });
function adoption(city: string, stage: Stage, steps: Step[], own: Partial<Adoption> = {}): Adoption {
	const newsAt = steps.at(-1)?.at ?? '';
	return { id: city, practiceId: 'p', city, stage, stopped: null, steps, next: null, newsAt, illustrative: false, ...own };
}
const reading = adoption('da', 'understand', [
	step('interested', '2017-03-01'),
	step('understand', '2017-03-21', 'Two questions are open')
]);
const given = adoption(
	'gr',
	'adapt',
	[
		step('interested', '2016-11-01'),
		step('understand', '2016-12-02', 'Read by the local group'),
		step('stopped', '2017-02-27', 'No budget')
	],
	{ stopped: 'No budget', illustrative: true }
);
const own: OwnAdoption = {
	city: 'da',
	hasThread: true,
	writingLanguage: 'lv',
	commandIds: { mark: 'id-mark', move: 'id-move', ask: 'id-ask' }
};

test('the table tells of each city how far it is, in words and with its days', () => {
	render(AdoptionTable, { props: { adoptions: [reading, given], owner: 'kl', own: 'da', href: '/practices/x-1' }, context });
	expect(screen.getByRole('heading', { name: 'From Klaipėda to 2 cities' })).toBeVisible();
	const [mine, theirs] = screen.getAllByRole('row').slice(1);
	const cells = (row: HTMLElement | undefined) =>
		within(row as HTMLElement)
			.getAllByRole('cell')
			.map((cell) => cell.textContent?.replace(/\s+/g, ' ').trim());
	expect(cells(mine)).toEqual(['Understand: Two questions are open since 21 March', 'Adapt: not yet', 'Re-use: not yet']);
	expect(cells(theirs)).toEqual([
		'Understand: Read by the local group 2 December 2016',
		'Adapt: Stopped: No budget 27 February',
		'Re-use: not yet'
	]);
	expect(screen.getByRole('link', { name: 'Daugavpils' })).toHaveAttribute('href', '/practices/x-1/adoptions/da');
	expect(within(mine as HTMLElement).getByText('you')).toBeVisible();
	expect(within(theirs as HTMLElement).getByText('Illustrative')).toBeVisible();
});

test('where nobody uses it, that is said, and what one can do', () => {
	render(AdoptionTable, { props: { adoptions: [], owner: 'kl', own: 'da', href: '/practices/x-1' }, context });
	expect(screen.getByRole('heading', { name: 'No other city uses it yet.' })).toBeVisible();
	expect(screen.getByText('Mark interest, and Klaipėda hears of it.')).toBeVisible();
});

function panel(adoptions: Adoption[], mine: Partial<OwnAdoption> = {}, offered = true) {
	render(AdoptionPanel, {
		props: { shown: { adoptions, own: { ...own, ...mine } }, owner: 'kl', href: '/practices/x-1', offered },
		context
	});
}

test('the box says what one’s own city does with it, and the next press leads one stage on', () => {
	panel([reading]);
	expect(screen.getByRole('heading', { name: 'Daugavpils is reading this' })).toBeVisible();
	expect(screen.getByText('Since 21 March. Two questions are open')).toBeVisible();
	const form = screen.getByRole('button', { name: 'Move on to Adapt' }).closest('form') as HTMLFormElement;
	expect(form).toHaveAttribute('action', '?/advance');
	expect(Object.fromEntries(new FormData(form))).toEqual({ commandId: 'id-move', stage: 'adapt' });
});

test('a city that does nothing with it marks interest or asks; of an entry offered no longer it does neither', () => {
	panel([], { hasThread: false });
	expect(screen.getByRole('button', { name: 'Mark interest' })).toBeVisible();
	const ask = screen.getByLabelText('Your question').closest('form') as HTMLFormElement;
	expect(ask).toHaveAttribute('action', '?/askOwner');
	expect(new FormData(ask).get('lang')).toBe('lv');
	document.body.innerHTML = '';
	panel([], { hasThread: false }, false);
	expect(screen.queryByRole('button')).toBeNull();
});

test('who stopped takes it up where it stopped, and long silence is asked about kindly', () => {
	panel([{ ...reading, stopped: 'No budget', steps: [...reading.steps, step('stopped', '2017-03-29', 'No budget')] }]);
	expect(screen.getByRole('heading', { name: 'Daugavpils has stopped' })).toBeVisible();
	const form = screen.getByRole('button', { name: 'Take it up again' }).closest('form') as HTMLFormElement;
	expect(new FormData(form).get('stage')).toBe('understand');
	document.body.innerHTML = '';
	panel([{ ...reading, newsAt: '2017-01-02T10:00:00.000Z' }]);
	expect(screen.getByText('Nothing new since 2 January. How is it going?')).toBeVisible();
});

test('what a city gives and takes is counted, and the strokes say in words how far it is', () => {
	const line: AdoptionLine = {
		id: 'one',
		city: 'da',
		owner: 'kl',
		stage: 'adapt',
		stopped: null,
		next: { text: 'A call', day: { date: '2017-05-01', precision: 'month' } },
		newsAt: '2017-03-01T10:00:00.000Z',
		title: 'Youth policy',
		lang: 'en',
		href: '/practices/x-1/adoptions/da'
	};
	render(BothWays, {
		props: { shown: { city: 'da', gives: [], takes: [line, { ...line, id: 'two', stopped: 'No' }] }, most: 1 },
		context
	});
	expect(screen.getByRole('heading', { name: 'Takes 2' })).toBeVisible();
	expect(screen.getByRole('img', { name: 'Adapt, stage 3 of 5' })).toBeVisible();
	expect(screen.getByText('Next, May 2017: A call')).toBeVisible();
	expect(screen.getByText('1 more')).toBeVisible();
	expect(screen.getByText('No other city takes over one of its practices yet.')).toBeVisible();
});
