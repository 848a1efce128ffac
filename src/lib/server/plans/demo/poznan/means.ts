import { done, measurement, type DemoRow, type DemoSection } from '../demo-plan.ts';
import { sectionWriter } from '../write/section-writer.ts';

const kalina = (daysBefore: number, time: string) => done('kalina.brukowa', daysBefore, time);
const marek = (daysBefore: number, time: string) => done('marek.wiosna', daysBefore, time);

const indicators = sectionWriter('poindicato');
const counted = indicators.paragraph('An example of how the plan could be measured. The figures are made up; no source gives any.');

const funding = sectionWriter('pofunding');
const paid = funding.paragraph('An example: two sources, and amounts that no source gives.');

const risks = sectionWriter('porisks');
const wrong = risks.paragraph('An example of what such a plan has to reckon with; no source tells it.');

const governance = sectionWriter('pogovernan');
const adopted = governance.paragraph(
	'In this demo the plan is adopted and carried out. The declaration, its date and what follows are an example.'
);
const watch = governance.bullets([
	'Twice a year the housing association shows its figures to the local group.',
	'Once a year the city council reads what has become of the plan.'
]);

const polish = sectionWriter('popolish');
const inShort = polish.paragraph(
	'Poznań jest dużym ośrodkiem akademickim. Wielu absolwentów chce tu zostać, ale brakuje mieszkań, na które ich stać. ',
	'Od 2014 roku Poznańskie TBS oferuje mieszkania dla absolwentów.'
);

const summer = measurement({ on: { date: '2017-07-01', precision: 'quarter' }, value: '58' });
const flats: DemoRow = {
	kind: 'indicator',
	added: kalina(280, '10:00'),
	values: {
		title: 'Apartments let to graduates',
		objective: 'homes',
		baseline: '40',
		target: '120',
		unit: 'apartments',
		source: 'Example',
		measurements: [summer]
	},
	later: [
		{
			...kalina(20, '08:40'),
			values: {
				measurements: [
					summer,
					measurement({ on: { date: '2018-01-01', precision: 'quarter' }, value: '83', note: 'With the second house' })
				]
			}
		}
	]
};

/** How it is measured, paid for and looked after: made up, but for the summary. */
export const meansOfPoznan: readonly DemoSection[] = [
	{
		part: 'indicators',
		illustrative: true,
		saves: [{ ...kalina(281, '09:00'), blocks: [counted] }],
		rows: [
			flats,
			{
				kind: 'indicator',
				added: kalina(280, '10:10'),
				values: {
					title: 'Tenants who still live in the city a year after moving out',
					objective: 'staying',
					target: '75',
					unit: '%',
					source: 'Example'
				}
			}
		]
	},
	{
		part: 'funding',
		illustrative: true,
		saves: [{ ...marek(279, '12:00'), blocks: [paid] }],
		rows: [
			{
				kind: 'budget',
				added: marek(279, '12:05'),
				values: { title: 'Building', amount: '8400000', currency: 'PLN', source: 'Loan of the housing association', share: '70' }
			},
			{
				kind: 'budget',
				added: marek(279, '12:10'),
				values: { title: 'Ground and streets', amount: '3600000', currency: 'PLN', source: 'Budget of the city', share: '30' }
			}
		]
	},
	{
		part: 'risks',
		illustrative: true,
		saves: [{ ...kalina(278, '09:00'), blocks: [wrong] }],
		rows: [
			{
				kind: 'risk',
				added: kalina(278, '09:05'),
				values: {
					title: 'Building becomes dearer',
					likelihood: 3,
					effect: 3,
					answer: 'Build in two stages, and let the first before the second begins'
				}
			},
			{
				kind: 'risk',
				added: kalina(278, '09:10'),
				values: {
					title: 'Those who need it most do not hear of it',
					likelihood: 2,
					effect: 2,
					answer: 'Ask the universities to tell them before the last summer'
				}
			},
			{
				kind: 'risk',
				added: kalina(278, '09:15'),
				values: { title: 'Tenants stay on, and nothing comes free', likelihood: 1, effect: 2 }
			}
		]
	},
	{
		part: 'governance',
		illustrative: true,
		saves: [{ ...marek(94, '08:30'), blocks: [adopted, watch] }]
	},
	{
		part: null,
		own: { title: 'W skrócie', after: 'governance', added: kalina(152, '10:00') },
		saves: [{ ...kalina(152, '10:05'), lang: 'pl', blocks: [inShort] }]
	}
];
