import { done, type DemoSection } from '../demo-plan.ts';
import { sectionWriter } from '../write/section-writer.ts';

const agne = (daysBefore: number, time: string) => done('agne.rudeniute', daysBefore, time);
const tautvydas = (daysBefore: number, time: string) => done('tautvydas.marigalis', daysBefore, time);

const funding = sectionWriter('klfunding');
const open = funding.paragraph('An example, and not a finished one: the shares leave a tenth open, for which no payer is found.');

const risks = sectionWriter('klrisks');
const example = risks.paragraph('Both risks are an example; no source tells any.');

const governance = sectionWriter('klgovernan');
const officer = governance.paragraph('How the work goes on after the plan is an example here: an officer calls the young people together.');
const questions = governance.numbered(['What was promised?', 'What was done?', 'What do we leave out from now on?']);

/** How it is paid for and looked after: made up. */
export const meansOfKlaipeda: readonly DemoSection[] = [
	{
		part: 'funding',
		illustrative: true,
		saves: [{ ...agne(227, '08:00'), blocks: [open] }],
		rows: [
			{
				kind: 'budget',
				added: agne(227, '08:05'),
				values: { title: 'Meetings and events', amount: '7200', currency: 'EUR', source: 'Budget of the city', share: '60' }
			},
			{
				kind: 'budget',
				added: agne(227, '08:10'),
				values: { title: 'Rooms', amount: '3600', currency: 'EUR', source: 'Harbour firms', share: '25' },
				later: [{ ...tautvydas(74, '09:00'), values: { share: '30' } }]
			}
		]
	},
	{
		part: 'risks',
		illustrative: true,
		saves: [{ ...tautvydas(224, '09:00'), blocks: [example] }],
		rows: [
			{
				kind: 'risk',
				added: tautvydas(224, '09:05'),
				values: {
					title: 'A new council has other priorities',
					likelihood: 2,
					effect: 3,
					answer: 'Fix the days of the meetings for a year ahead'
				}
			},
			{
				kind: 'risk',
				added: tautvydas(224, '09:10'),
				values: { title: 'Always the same few young people come', likelihood: 3, effect: 2 }
			}
		]
	},
	{
		part: 'governance',
		illustrative: true,
		saves: [
			{ ...agne(222, '08:00'), blocks: [officer] },
			{ ...tautvydas(11, '08:30'), blocks: [questions, officer] }
		]
	}
];
