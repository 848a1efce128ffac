import { done, type DemoSection } from '../demo-plan.ts';
import { bold, toPractice } from '../write/marked.ts';
import { sectionWriter } from '../write/section-writer.ts';

const agne = (daysBefore: number, time: string) => done('agne.rudeniute', daysBefore, time);
const tautvydas = (daysBefore: number, time: string) => done('tautvydas.marigalis', daysBefore, time);

const { paragraph, heading, bullets, quotation, footnote, picture, reworded } = sectionWriter('klcontext');
const article = 'URBACT, 20 April 2017: http://urbact.eu/iap-inspired-changes-klaipeda%E2%80%99s-youth-policy';

const cityFirst = paragraph('Klaipėda has about 160,000 residents, and its young people leave.');
const city = reworded(
	cityFirst,
	'Klaipėda has about 160,000 residents. That young people leave is among the most pressing challenges of the city.',
	footnote(article)
);
const costs = bullets([
	'There are too few skilled people for the work that there is.',
	'Those who stay grow older, and there are fewer of them.',
	'Knowledge goes where the people go.'
]);
const changedTitle = heading(1, 'What has changed already');
const changedFirst = paragraph('The meetings of the local group have changed the youth policy of the city.', footnote(article));
const changed = reworded(
	changedFirst,
	'The meetings of the local group, and others with informal groups, have changed the ',
	toPractice('youth policy', 'Youth policy after the plan'),
	' of the city: young people are now a ',
	bold('strategic priority'),
	'. The city’s plan for 2017 to 2019 holds fourteen measures for them, where there were six, and more than three times the money.',
	footnote(article)
);
const capital = paragraph('Young people also wished that the city apply for the title European Youth Capital 2020. It did.');
const measures = picture('measures', {
	alt: 'Two lines of leaning strokes: six above, fourteen below.',
	caption: 'Measures for young people: six before, fourteen in the plan for 2017 to 2019. Drawn for this demo.'
});
const motto = quotation('Get into the swing of the City!');

const challenge = sectionWriter('klchalleng');
const welcome = challenge.paragraph('How does a city become a place where young people are welcome?');
const back = challenge.paragraph(
	'Some will always go. The question is whether they want to come back: to study, to work, to bring up children.'
);

const vision = sectionWriter('klvision');
const tide = vision.paragraph('Young people go out from Klaipėda as ships do, and like ships they know the way home.');
const tideNote = vision.paragraph('An example: no source tells the vision of the city.');

const objectives = sectionWriter('klobjectiv');
const three = objectives.paragraph(
	'The objectives below are an example in our words; the sources tell the result, and not the wording of the plan.'
);

const people = sectionWriter('klpeople');
const heard = people.paragraph('Young people speak in the local group, and outside of it in informal groups that the city visits.');

/** Why the city writes it. */
export const aimsOfKlaipeda: readonly DemoSection[] = [
	{
		part: 'context',
		saves: [
			{ ...agne(310, '07:30'), blocks: [cityFirst] },
			{ ...tautvydas(240, '08:40'), blocks: [city, costs, changedTitle, changedFirst] },
			{ ...agne(166, '12:05'), blocks: [city, costs, changedTitle, changed, measures, capital] },
			{ ...agne(72, '07:20'), blocks: [city, costs, changedTitle, changed, measures, capital, motto] }
		]
	},
	{
		part: 'challenge',
		saves: [{ ...agne(75, '08:10'), blocks: [welcome, back] }]
	},
	{ part: 'vision', illustrative: true, saves: [{ ...tautvydas(238, '10:00'), blocks: [tide, tideNote] }] },
	{
		part: 'objectives',
		illustrative: true,
		saves: [{ ...agne(236, '08:00'), blocks: [three] }],
		rows: [
			{
				kind: 'objective',
				key: 'voice',
				added: agne(236, '08:05'),
				values: { title: 'A voice', description: 'Young people have a say before the council decides.' }
			},
			{
				kind: 'objective',
				key: 'return',
				added: agne(236, '08:10'),
				values: { title: 'A way back', description: 'Whoever has gone away finds work and company on coming home.' }
			}
		]
	},
	{ part: 'people', saves: [{ ...tautvydas(230, '13:30'), blocks: [heard] }] }
];
