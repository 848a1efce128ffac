import { done, type DemoPlan } from '../demo-plan.ts';
import { aimsOfDaugavpils } from './aims.ts';
import { contextOfDaugavpils } from './context.ts';
import { meansOfDaugavpils } from './means.ts';
import { workOfDaugavpils } from './work.ts';

/** From the sources of the project. What they do not say stays open, and of risks they say nothing. */
export const planOfDaugavpils: DemoPlan = {
	city: 'da',
	title: 'City of creative entrepreneurship',
	lang: 'en',
	begun: done('vija.tiltakrasta', 240, '07:30'),
	contact: 'vija.tiltakrasta',
	sections: [contextOfDaugavpils, ...aimsOfDaugavpils, ...workOfDaugavpils, ...meansOfDaugavpils],
	moves: [
		{ ...done('vija.tiltakrasta', 143, '14:00'), move: 'freeze', name: 'For the local group' },
		{ ...done('ilze.ozolkalne', 90, '13:30'), move: 'freeze', name: 'With goal and governance' },
		{
			...done('vija.tiltakrasta', 32, '08:45'),
			move: 'open',
			question: 'Which of our actions would you count first, and what would you count?',
			inDays: 57
		}
	]
};
