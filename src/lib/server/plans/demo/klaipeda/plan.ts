import { done, type DemoPlan } from '../demo-plan.ts';
import { drawnStrokes } from '../write/drawn-strokes.ts';
import { aimsOfKlaipeda } from './aims.ts';
import { meansOfKlaipeda } from './means.ts';
import { workOfKlaipeda } from './work.ts';

/** The challenge and what came of it are real, the actions an example. */
export const planOfKlaipeda: DemoPlan = {
	city: 'kl',
	title: 'A city that young people come back to',
	lang: 'en',
	begun: done('agne.rudeniute', 312, '07:00'),
	contact: 'agne.rudeniute',
	horizon: { from: 2018, to: 2020 },
	pictures: {
		measures: {
			...done('agne.rudeniute', 166, '11:30'),
			file: {
				name: 'six-and-fourteen.png',
				draw: () =>
					drawnStrokes([
						{ count: 6, colour: [93, 96, 103] },
						{ count: 14, colour: [32, 65, 143] }
					])
			}
		}
	},
	sections: [...aimsOfKlaipeda, ...workOfKlaipeda, ...meansOfKlaipeda],
	moves: [
		{ ...done('tautvydas.marigalis', 221, '12:00'), move: 'freeze', name: 'First whole draft' },
		{
			...done('agne.rudeniute', 160, '08:00'),
			move: 'open',
			question: 'Which of your measures for young people cost nothing, and did they work?',
			inDays: 60
		},
		{ ...done('agne.rudeniute', 69, '09:00'), move: 'revise' }
	]
};
