import { done, type DemoPlan } from '../demo-plan.ts';
import { actionsOfPoznan } from './actions.ts';
import { aimsOfPoznan } from './aims.ts';
import { meansOfPoznan } from './means.ts';

/** The practice is real, most of the plan around it an example. */
export const planOfPoznan: DemoPlan = {
	city: 'po',
	title: 'A first home after the studies',
	lang: 'en',
	begun: done('kalina.brukowa', 330, '08:00'),
	contact: 'kalina.brukowa',
	horizon: { from: 2018, to: 2022 },
	sections: [...aimsOfPoznan, actionsOfPoznan, ...meansOfPoznan],
	moves: [
		{
			...done('kalina.brukowa', 200, '09:00'),
			move: 'open',
			question: 'What does a first home need besides a rent that one can pay?',
			inDays: 42
		},
		{ ...done('kalina.brukowa', 150, '09:00'), move: 'revise' },
		{ ...done('marek.wiosna', 95, '14:00'), move: 'adopt', body: 'City council (example)' },
		{ ...done('marek.wiosna', 93, '08:00'), move: 'implement' }
	]
};
