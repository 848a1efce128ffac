import { done, type DemoRow, type DemoSection } from '../demo-plan.ts';
import { bold } from '../write/marked.ts';
import { sectionWriter } from '../write/section-writer.ts';

const vija = (daysBefore: number, time: string) => done('vija.tiltakrasta', daysBefore, time);
const ilze = (daysBefore: number, time: string) => done('ilze.ozolkalne', daysBefore, time);
const artis = (daysBefore: number, time: string) => done('artis.parkmalis', daysBefore, time);

const people = sectionWriter('dapeople');
const heard = people.paragraph('Young people were heard in three meetings. At the table were:');
const table = people.bullets([
	'the city council and the education board',
	'youth coordinators and youth organisations',
	'young entrepreneurs',
	'the university, teachers and career advisers',
	'volunteers, students and pupils'
]);
const place = people.paragraph(
	'What the city needs is a place where ideas are born and creative potential grows. The local group has an answer: a ',
	bold('creative entrepreneurship centre'),
	'. It is the first of the actions.'
);
const together = people.paragraph('The network asks science, city hall, entrepreneurs and residents to work together. So do we.');

const actions = sectionWriter('daactions');
const first = actions.paragraph('The first action is the idea of the local group. The others took place during the project.');
const firstNow = actions.reworded(
	first,
	'The first action is the idea of the local group. The others took place during the project, ',
	'and whether they come back is for the consultation to say.'
);

/** Where it came from and what the sources say; who does it, when and for how much they do not. */
function action(title: string, added: number, values: Extract<DemoRow, { kind: 'action' }>['values']): DemoRow {
	return { kind: 'action', added: ilze(added, '09:30'), values: { title, ...values } };
}

const actionRows: DemoRow[] = [
	{
		kind: 'action',
		added: ilze(215, '09:00'),
		values: { title: 'A place for ideas', description: 'The local group wants a place where ideas are born.' },
		later: [
			{
				...vija(149, '10:05'),
				values: {
					title: 'Creative entrepreneurship centre',
					description: 'A place where ideas are born and creative potential grows, as the local group proposes.'
				}
			}
		]
	},
	action('Heyday', 214, {
		description: 'An event together with the creative people of the city.',
		objective: 'keep',
		state: 'done',
		practice: 'Heyday: pasākums ar pilsētas radošajiem cilvēkiem'
	}),
	action('LAVKA', 213, {
		description: 'An event of the city, held during the project as Heyday was.',
		objective: 'keep',
		state: 'done',
		practice: 'LAVKA'
	}),
	action('Java training for future IT specialists', 212, {
		description: 'Training in the programming language Java.',
		objective: 'develop',
		state: 'done',
		practice: 'Java apmācības topošajiem IT speciālistiem'
	}),
	action('Creative-thinking classes with Radi!', 211, {
		description: 'Classes that develop creative thinking.',
		objective: 'develop',
		state: 'done',
		practice: 'Radošās domāšanas nodarbības ar „Radi!”'
	}),
	action('International training and study visits', 210, { description: 'Visits to partners of the network.', state: 'done' })
];

const indicators = sectionWriter('daindicato');
const none = indicators.paragraph('No indicator is agreed yet. For each objective we look for one thing that can be counted:');
const asked = indicators.numbered(['What shows that it works?', 'Where do we begin?', 'Who counts it, and how often?']);

/** Who the plan is for, what is done and how it is measured. */
export const workOfDaugavpils: readonly DemoSection[] = [
	{
		part: 'people',
		given: { ...vija(205, '08:00'), people: ['artis.parkmalis'] },
		saves: [
			{ ...artis(151, '17:40'), blocks: [heard, table] },
			{ ...ilze(147, '09:10'), blocks: [heard, table, place] },
			{ ...artis(36, '18:05'), blocks: [heard, table, place, together] }
		]
	},
	{
		part: 'actions',
		saves: [
			{ ...ilze(216, '08:30'), blocks: [first] },
			{ ...ilze(33, '14:00'), blocks: [firstNow] }
		],
		rows: actionRows
	},
	{ part: 'indicators', saves: [{ ...vija(97, '13:00'), blocks: [none, asked] }] }
];
