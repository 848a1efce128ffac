import type { LogKind, StepKind } from '#lib/model/adoptions/stages.ts';
import type { Precision } from '#lib/model/quantities/precision.ts';

/** An invented adoption of an entry of the demo: that the city really did so is told by no source. */
export interface DemoRoad {
	/** Title of the entry, as the demo publishes it. */
	practice: string;
	/** First part of the address of who does it, for their city. */
	by: string;
	/** When it came where, in days before the seeding, and what was said; the first is the interest. */
	steps: readonly [daysBefore: number, kind: StepKind, note: string][];
	/** So many days after the seeding, as exactly as it is known. */
	next?: { text: string; inDays: number; precision: Precision };
	log?: readonly { daysBefore: number; by: string; kind: LogKind; lang: string; text: string }[];
	/** What the two cities say to each other. */
	talk?: readonly { daysBefore: number; time: string; by: string; text: string; answers?: number }[];
}

export const demoRoads: readonly DemoRoad[] = [
	{
		practice: 'Youth policy after the plan',
		by: 'laia.telerfina',
		steps: [
			[205, 'interested', ''],
			[190, 'understand', 'Two calls with Klaipėda, notes in the log'],
			[118, 'adapt', 'Measures cut from 14 to 5'],
			[41, 'reuse', 'First budget line under discussion']
		],
		log: [
			{
				daysBefore: 187,
				by: 'laia.telerfina',
				kind: 'visit',
				lang: 'en',
				text: 'Two calls instead of a visit. **What we took home:** the group meets on fixed days, whoever governs the city.'
			}
		],
		next: { text: 'Show the budget line to the group', inDays: 23, precision: 'day' }
	},
	{
		practice: 'Youth policy after the plan',
		by: 'zofia.piernikowska',
		steps: [
			[198, 'interested', ''],
			[176, 'understand', 'Study visit of two officers'],
			[74, 'adapt', 'Which measures fit a smaller council?']
		],
		log: [
			{
				daysBefore: 170,
				by: 'zofia.piernikowska',
				kind: 'lesson',
				lang: 'en',
				text: 'The visit was worth it for one sentence: begin with the measures that cost nothing, and count them in public.'
			}
		]
	},
	{
		practice: 'Youth policy after the plan',
		by: 'ilze.ozolkalne',
		steps: [
			[31, 'interested', ''],
			[26, 'understand', 'Two questions are open']
		],
		talk: [
			{
				daysBefore: 25,
				time: '09:40',
				by: 'ilze.ozolkalne',
				text: 'Two questions before we go on. Who calls the young people together now that the plan is finished? And did the council vote on the budget every year, or once?'
			},
			{
				daysBefore: 24,
				time: '12:05',
				by: 'agne.rudeniute',
				text: 'The first one is easy: an officer does, and the days are fixed a year ahead. I will ask about the vote and write again.',
				answers: 0
			}
		],
		next: { text: 'Call with Klaipėda', inDays: 9, precision: 'day' }
	},
	{
		practice: 'Youth policy after the plan',
		by: 'nuria.alhamar',
		steps: [
			[150, 'interested', ''],
			[141, 'understand', 'Read by the local group'],
			[92, 'adapt', ''],
			[52, 'stopped', 'No budget of its own this year. The lesson is written down']
		],
		log: [
			{
				daysBefore: 52,
				by: 'nuria.alhamar',
				kind: 'lesson',
				lang: 'es',
				text: 'Sin una partida propia no se puede empezar. El año que viene la pediremos antes del verano.'
			}
		]
	},
	{
		practice: 'Apartments for graduates',
		by: 'zofia.piernikowska',
		steps: [
			[240, 'interested', ''],
			[221, 'understand', 'A day in Poznań'],
			[160, 'adapt', 'Twelve flats to begin with'],
			[96, 'reuse', 'The first four tenants moved in'],
			[28, 'result', 'Three of four stayed after a year']
		]
	},
	{
		practice: 'Incredibol!',
		by: 'tullio.carruggi',
		steps: [
			[120, 'interested', ''],
			[104, 'understand', 'Call for ideas read and compared'],
			[33, 'adapt', 'Which empty rooms could we offer?']
		],
		next: { text: 'A list of empty rooms', inDays: 40, precision: 'month' }
	},
	{
		practice: 'Coding for children',
		by: 'vija.tiltakrasta',
		steps: [
			[88, 'interested', ''],
			[70, 'understand', 'Lessons watched over video'],
			[19, 'adapt', 'Two schools want to try it']
		],
		next: { text: 'First lessons in two schools', inDays: 58, precision: 'month' }
	},
	{
		practice: 'LAVKA',
		by: 'maelle.quaidor',
		steps: [
			[60, 'interested', ''],
			[37, 'understand', 'Who opens the doors in the evening?']
		]
	},
	{
		practice: 'Daugavpils cietokšņa attīstība: sasniegumi un izaicinājumi',
		by: 'sindre.havbris',
		steps: [
			[66, 'interested', ''],
			[48, 'understand', 'Walked through on a map with the local group'],
			[12, 'adapt', 'One building first, not a whole fortress']
		]
	}
];
