import type { DemoPost } from '../../demo/seed-posts.ts';

// Invented, like all that the cast says.

/** What is said about two entries, by their titles. */
export const practiceTalks = new Map<string, DemoPost[]>([
	[
		'Youth policy after the plan',
		[
			{
				by: 'laia.telerfina',
				lang: 'en',
				at: { daysBefore: 41, time: '09:20' },
				text: 'If you could keep only one of the measures, which one would it be? We are cutting our own list, and it hurts.'
			},
			{
				by: 'agne.rudeniute',
				lang: 'en',
				at: { daysBefore: 40, time: '07:45' },
				answers: 0,
				text: 'I would not dare to say it alone. I will ask the young people and write their answer here, also if it is not mine.'
			}
		]
	],
	[
		'Coding for children',
		[
			{
				by: 'zofia.piernikowska',
				lang: 'en',
				at: { daysBefore: 27, time: '12:10' },
				text: 'Our library would like to talk to yours. Whom should they call, and in which language?'
			},
			{
				by: 'sindre.havbris',
				lang: 'en',
				at: { daysBefore: 26, time: '08:30' },
				answers: 0,
				text: 'Call me first, in English, and I will bring both libraries together. Mornings are best.'
			}
		]
	]
]);
