import { done, type DemoSection } from '../demo-plan.ts';
import { toPractice } from '../write/marked.ts';
import { sectionWriter } from '../write/section-writer.ts';

const kalina = (daysBefore: number, time: string) => done('kalina.brukowa', daysBefore, time);
const marek = (daysBefore: number, time: string) => done('marek.wiosna', daysBefore, time);

const context = sectionWriter('pocontext');
const source = 'News of the region: http://www.wielkopolska.eu/news-mainmenuen-85';
const city = context.paragraph(
	'Some 540,000 people live in Poznań. Many come to study, and unemployment is very low.',
	context.footnote(source),
	' The city leads the network Gen-Y City.'
);
const homesTitle = context.heading(1, 'Work there is, homes there are not');
const homes = context.paragraph(
	'Many of those who have studied here want to stay and begin a family. What stands in their way is the lack of homes that they can pay.'
);
const builtOnTitle = context.heading(1, 'What we build on');
const builtOn = context.paragraph(
	'In 2014 the housing association of the city, PTBS, began with ',
	toPractice('apartments for graduates', 'Apartments for graduates'),
	'. It had built homes for older residents before, and took over what had worked. The practice holds the URBACT good practice label.'
);

const challenge = sectionWriter('pochalleng');
const wages = challenge.paragraph(
	'First wages are low, and whoever works under a civil law contract gets no loan.',
	challenge.footnote(source)
);
const moving = challenge.paragraph(
	'Nor do all of them want to be bound: they move to where the work is. The plan is for the years in between.'
);

const vision = sectionWriter('povision');
const home = vision.paragraph('Whoever finishes their studies in Poznań finds a first home here, and a reason to keep the key.');
const homeNote = vision.paragraph('An example: no source tells the vision of the city.');

const objectives = sectionWriter('poobjectiv');
const example = objectives.paragraph('The two objectives are an example: no source names those of the city.');

const people = sectionWriter('popeople');
const who = people.paragraph(
	'The apartments are offered by the housing association. Universities and employers of the city have a part in it:'
);
const parts = people.table(
	['Who', 'What they gain'],
	[
		['Graduates', 'A home that first wages can pay'],
		['Universities', 'A city in which their students stay'],
		['Employers', 'Young, qualified staff']
	]
);

/** Why the city does it, and for whom. */
export const aimsOfPoznan: readonly DemoSection[] = [
	{
		part: 'context',
		saves: [
			{ ...kalina(328, '08:00'), blocks: [city, homesTitle, homes] },
			{ ...marek(300, '10:20'), blocks: [city, homesTitle, homes, builtOnTitle, builtOn] }
		]
	},
	{
		part: 'challenge',
		saves: [{ ...kalina(155, '11:00'), blocks: [wages, moving] }]
	},
	{ part: 'vision', illustrative: true, saves: [{ ...marek(298, '13:10'), blocks: [home, homeNote] }] },
	{
		part: 'objectives',
		illustrative: true,
		saves: [{ ...kalina(297, '08:15'), blocks: [example] }],
		rows: [
			{
				kind: 'objective',
				key: 'homes',
				added: kalina(297, '08:20'),
				values: {
					title: 'Homes that first wages can pay',
					description: 'Graduates rent for some years and are not bound for longer.'
				}
			},
			{
				kind: 'objective',
				key: 'staying',
				added: kalina(297, '08:25'),
				values: { title: 'Graduates who stay', description: 'When they move out, they move within the city.' }
			}
		]
	},
	{ part: 'people', saves: [{ ...kalina(290, '09:30'), blocks: [who, parts] }] }
];
