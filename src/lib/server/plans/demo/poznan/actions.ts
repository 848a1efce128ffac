import { done, type DemoSection } from '../demo-plan.ts';
import { sectionWriter } from '../write/section-writer.ts';

const kalina = (daysBefore: number, time: string) => done('kalina.brukowa', daysBefore, time);

const { paragraph } = sectionWriter('poactions');
const example = paragraph('Only the first action is told by a source. The others, and all costs, are an example.');

/** What is done; most of it made up. */
export const actionsOfPoznan: DemoSection = {
	part: 'actions',
	illustrative: true,
	saves: [{ ...kalina(288, '09:00'), blocks: [example] }],
	rows: [
		{
			kind: 'action',
			added: kalina(288, '09:10'),
			values: {
				title: 'Apartments for graduates',
				description: 'Apartments in the city for people who have finished their studies.',
				objective: 'homes',
				lead: 'PTBS, the housing association of the city',
				from: { date: '2014-01-01', precision: 'year' },
				state: 'running',
				practice: 'Apartments for graduates'
			}
		},
		{
			kind: 'action',
			added: kalina(287, '09:10'),
			values: {
				title: 'A desk for first tenants',
				description: 'One place that answers what a first contract means, in Polish and in English.',
				objective: 'homes',
				lead: 'City hall',
				partners: 'Universities',
				outputs: 'A desk, open two afternoons a week',
				costFrom: '120000',
				costTo: '150000',
				currency: 'PLN',
				funding: 'Budget of the city',
				from: { date: '2018-10-01', precision: 'month' },
				to: { date: '2020-06-01', precision: 'month' },
				state: 'planned'
			},
			later: [{ ...kalina(60, '07:45'), values: { state: 'running' } }]
		},
		{
			kind: 'action',
			added: kalina(287, '09:20'),
			values: {
				title: 'Employers that tell their trainees of homes',
				objective: 'staying',
				lead: 'Chamber of trade',
				partners: 'Ten employers',
				outputs: 'A letter with the first contract',
				costTo: '20000',
				currency: 'PLN',
				from: { date: '2018-04-01', precision: 'quarter' },
				state: 'planned'
			},
			later: [
				{ ...kalina(61, '07:50'), values: { state: 'running', partners: 'Fourteen employers' } },
				{ ...kalina(21, '08:20'), values: { state: 'done' } }
			]
		},
		{
			kind: 'action',
			added: kalina(286, '09:10'),
			values: {
				title: 'Coding afternoons in the new houses',
				description: 'Tenants show children of the neighbourhood how to code.',
				objective: 'staying',
				partners: 'Library, volunteers',
				state: 'stopped',
				practice: 'Coding for children'
			}
		}
	]
};
