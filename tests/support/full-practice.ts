import { randomUUID } from 'node:crypto';
import { fromMarkdown } from '#lib/model/documents/markdown.ts';
import type { PracticeValues } from '#lib/model/practices/values.ts';

const story =
	'The city opened the old ropery on two evenings a week to people between sixteen and twenty-five who want to sell what they make. ' +
	'A young master of the ropery is elected every spring, keeps the keys and speaks for the group in the council committee.\n\n' +
	'The council pays the electricity and the insurance; everything else is paid by the stalls. Whoever leaves the group writes down ' +
	'for the next one how it works, so that nothing has to be invented twice.';

/** All that an entry of usual size says; its last words are "nobody signed it". */
export function fullPractice(): Omit<PracticeValues, 'title' | 'englishTitle' | 'englishPitch' | 'englishSummary' | 'contact' | 'files'> {
	const part = (kind: 'core' | 'optional' | 'upgrade', title: string, text = '') => ({ id: randomUUID(), kind, title, text });
	const counted = { id: randomUUID(), year: 2018, source: 'City council, youth department', kind: 'measured' as const };
	return {
		lang: 'en',
		pitch: 'On two evenings a week young people run the old ropery, from the keys to the accounts.',
		summary: fromMarkdown(story),
		themes: ['leadership', 'developing', 'placemaking'],
		tags: ['ropery', 'young makers', 'evening economy'],
		solution: fromMarkdown(
			`A contract of two pages.\n\n- keys and rota\n- a short meeting once a month\n- the accounts on the door\n\n${story}`
		),
		approach: fromMarkdown('It joins culture, employment and the care for an empty building. It is heated only where people stand.'),
		participation: fromMarkdown(
			'The group was drawn by lot from 140 who applied. Every rule can be changed by the meeting of all stalls.'
		),
		impact: fromMarkdown('Eleven small firms began here and still exist. The street behind the ropery is lit again.'),
		evidence: [
			{ ...counted, id: randomUUID(), what: 'Stalls on an evening', before: '3', amount: '11', unit: 'stalls' },
			{ ...counted, id: randomUUID(), what: 'Income of a year', before: '8400', amount: '61250.5', unit: 'euros' },
			{ ...counted, id: randomUUID(), what: 'Visitors of a year', before: null, amount: '42000', unit: 'people', kind: 'expected' }
		],
		reuse: fromMarkdown('Every city has a hall that stands empty in the evening. It needs one person who answers the telephone.'),
		resources: fromMarkdown('Half a post in the youth department, an insurance, electricity for two evenings, thirty folding tables.'),
		cost: { from: '12000', to: '18500', currency: 'EUR' },
		funding: 'City budget, European Social Fund',
		period: { from: { date: '2016-03-01', precision: 'month' }, to: null },
		lessons: fromMarkdown(
			'The first winter nobody came. **We would begin in spring.** The first contract had nineteen pages, and nobody signed it.'
		),
		partners: fromMarkdown('- Youth centre\n- Traders of the day market\n- Three schools\n- University of applied sciences'),
		modules: [
			part('core', 'A contract of two pages', 'Who has the keys, who pays, how one gets out of it.'),
			part('core', 'A master whom the stalls elect'),
			part('optional', 'A fund for the first stall', 'Two hundred euros each, paid back when there is a profit.'),
			part('upgrade', 'A summer evening in the street')
		],
		place: 'Old ropery',
		links: [{ href: 'https://archive.example.org/ropery', label: 'How it began' }],
		videos: []
	};
}
