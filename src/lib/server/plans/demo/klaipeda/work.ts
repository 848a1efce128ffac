import { done, measurement, type DemoSection } from '../demo-plan.ts';
import { sectionWriter } from '../write/section-writer.ts';

const agne = (daysBefore: number, time: string) => done('agne.rudeniute', daysBefore, time);
const tautvydas = (daysBefore: number, time: string) => done('tautvydas.marigalis', daysBefore, time);

const actions = sectionWriter('klactions');
const invented = actions.paragraph('The fourteen measures are not listed in the sources. These actions are an example.');

const indicators = sectionWriter('klindicato');
const known = indicators.paragraph(
	'Both figures are told by the city for its plan of 2017 to 2019; before stands what there was until then.',
	indicators.footnote('URBACT, 20 April 2017: http://urbact.eu/iap-inspired-changes-klaipeda%E2%80%99s-youth-policy')
);
const noTarget = indicators.paragraph('There is no target yet. A target is a promise, and it belongs to the next budget.');

/** What was told on the day when it was told. */
const told = (value: string) =>
	measurement({ on: { date: '2017-04-20', precision: 'day' }, value, note: 'As told that day, for 2017 to 2019' });

/** What is done, of which the sources tell little, and what it came to, which they do tell. */
export const workOfKlaipeda: readonly DemoSection[] = [
	{
		part: 'actions',
		illustrative: true,
		saves: [{ ...agne(234, '08:00'), blocks: [invented] }],
		rows: [
			{
				kind: 'action',
				added: agne(234, '08:20'),
				values: {
					title: 'Meetings on fixed days',
					description: 'The young people and the council meet on days that are fixed a year ahead.',
					objective: 'voice',
					lead: 'City administration',
					partners: 'Youth organisations',
					outputs: 'Four meetings a year',
					costTo: '2500',
					currency: 'EUR',
					funding: 'Budget of the city',
					from: { date: '2018-01-01', precision: 'month' },
					state: 'running'
				}
			},
			{
				kind: 'action',
				added: tautvydas(233, '09:20'),
				values: {
					title: 'Summer of return',
					objective: 'return',
					partners: 'Harbour firms',
					from: { date: '2018-07-01', precision: 'quarter' },
					state: 'planned'
				},
				later: [
					{
						...agne(73, '08:00'),
						values: { title: 'A summer for those who come back', costFrom: '6000', costTo: '9000', currency: 'EUR' }
					}
				]
			},
			{
				kind: 'action',
				added: tautvydas(232, '09:30'),
				values: {
					title: 'Old rooms for new firms',
					objective: 'return',
					state: 'planned',
					practice: 'Creative firms in the old centre'
				}
			},
			{
				kind: 'action',
				added: tautvydas(190, '09:40'),
				values: {
					title: 'Volunteers who teach children to code',
					objective: 'voice',
					partners: 'Library, university',
					state: 'planned',
					practice: 'Coding for children',
					module: 'Volunteers'
				}
			}
		]
	},
	{
		part: 'indicators',
		saves: [
			{ ...agne(228, '08:00'), blocks: [known] },
			{ ...agne(71, '10:00'), blocks: [known, noTarget] }
		],
		rows: [
			{
				kind: 'indicator',
				added: agne(228, '08:10'),
				values: { title: 'Youth budget of the city', baseline: '34800', unit: 'EUR' },
				later: [
					{
						...tautvydas(226, '11:10'),
						values: { source: 'URBACT, 20 April 2017', measurements: [told('124400')] }
					}
				]
			},
			{
				kind: 'indicator',
				added: agne(228, '08:20'),
				values: {
					title: 'Measures for young people',
					baseline: '6',
					unit: 'measures',
					source: 'URBACT, 20 April 2017',
					measurements: [told('14')]
				}
			}
		]
	}
];
