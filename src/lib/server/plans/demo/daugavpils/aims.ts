import { done, type DemoSection } from '../demo-plan.ts';
import { bold } from '../write/marked.ts';
import { sectionWriter } from '../write/section-writer.ts';

const vija = (daysBefore: number, time: string) => done('vija.tiltakrasta', daysBefore, time);
const ilze = (daysBefore: number, time: string) => done('ilze.ozolkalne', daysBefore, time);

const challenge = sectionWriter('dachalleng');
const problem = challenge.paragraph('Talented young people leave the city. That is our main problem.');
const taskFirst = challenge.paragraph('The challenge is to attract specialists to the labour market.');
const task = challenge.reworded(
	taskFirst,
	'The challenge is to bring new, talented specialists to the labour market of the city, ',
	'and to give them the first support that creative work needs.'
);
const taskNow = challenge.reworded(
	taskFirst,
	'The challenge is to bring ',
	bold('new, talented specialists'),
	' to the labour market of the city, and to give those who begin here the first support that creative work needs.'
);

const limits = sectionWriter('dalimits');
const limitsFirst = limits.paragraph('A plan cannot solve everything. We would rather say so here than be asked later.');
const notYet = limits.bullets([
	'No action has a cost, an owner or a date yet. Those cells stay open until somebody knows.',
	'No indicator is agreed. We name none that nobody would count.',
	'How the actions are paid for is not settled.'
]);

const vision = sectionWriter('davision');
const visionFirst = vision.paragraph('A city whose public has an open mind.');
const visionThen = vision.reworded(visionFirst, 'A city whose public has an open mind and whose atmosphere has style.');
const visionNow = vision.reworded(
	visionFirst,
	'A city whose public has an open mind and whose atmosphere has style: walk through its streets, and you hear them vibrate.'
);

const goal = sectionWriter('dagoal');
const goalSays = goal.paragraph('Our goal has three parts:');
const goalParts = goal.numbered([
	'Creative entrepreneurship develops in the city.',
	'The new generation has a say in how the city develops.',
	'The creative competences of residents are kept, attracted and developed.'
]);
const goalEnd = goal.paragraph('Three objectives follow from the last part. None of them can be measured yet.');

/** What the city wants, and what it does not promise. */
export const aimsOfDaugavpils: readonly DemoSection[] = [
	{
		part: 'challenge',
		saves: [
			{ ...vija(235, '08:10'), blocks: [problem, taskFirst] },
			{ ...ilze(150, '11:25'), blocks: [problem, task] },
			{ ...vija(9, '14:35'), blocks: [problem, taskNow] }
		]
	},
	{
		part: null,
		own: { title: 'What this plan cannot do', after: 'challenge', added: vija(148, '08:00') },
		saves: [
			{ ...vija(148, '08:10'), blocks: [limitsFirst] },
			{ ...ilze(60, '09:40'), blocks: [limitsFirst, notYet] }
		]
	},
	{
		part: 'vision',
		saves: [
			{ ...ilze(234, '09:00'), blocks: [visionFirst] },
			{ ...vija(190, '15:20'), blocks: [visionThen] },
			{ ...ilze(100, '08:55'), blocks: [visionNow] }
		]
	},
	{
		part: 'objectives',
		saves: [
			{ ...vija(232, '10:30'), blocks: [goalSays, goalParts] },
			{ ...vija(99, '12:15'), blocks: [goalSays, goalParts, goalEnd] }
		],
		rows: [
			{
				kind: 'objective',
				key: 'keep',
				added: vija(231, '08:00'),
				values: { title: 'Keep', description: 'Young people with talent need not leave.' },
				later: [
					{
						...ilze(8, '09:15'),
						values: {
							description: 'The creative competences that residents have stay in the city, and young people with them.'
						}
					}
				]
			},
			{
				kind: 'objective',
				key: 'attract',
				added: vija(231, '08:05'),
				values: {
					title: 'Attract',
					description: 'New, talented specialists come to the labour market and find support when they begin.'
				}
			},
			{
				kind: 'objective',
				key: 'develop',
				added: vija(231, '08:10'),
				values: { title: 'Develop', description: 'The creative competences of residents grow.' }
			}
		]
	}
];
