import { dayBefore } from '../../demo/days-before.ts';
import type { DemoGround } from '../../demo/ground.ts';
import type { Act } from '../../practices/demo/act.ts';
import { adoptPlan, freezeVersion, implementPlan, openConsultation, revisePlan } from '../states.ts';
import type { DemoMove } from './demo-plan.ts';

/** A day so many days after a moment of the demo, yyyy-mm-dd. */
function dayAfter(ground: DemoGround, { daysBefore, time }: DemoMove, days: number): string {
	return dayBefore(ground.now, { daysBefore: daysBefore - days, time })
		.toISOString()
		.slice(0, 10);
}

/** Does with a plan what its city did then. */
export async function move(act: Act, ground: DemoGround, id: string, made: DemoMove): Promise<void> {
	const { by } = made;
	switch (made.move) {
		case 'freeze':
			await act(freezeVersion, by, made, { id, name: made.name });
			break;
		case 'open':
			await act(openConsultation, by, made, { id, question: made.question, endsOn: dayAfter(ground, made, made.inDays) });
			break;
		case 'revise':
			await act(revisePlan, by, made, { id });
			break;
		case 'adopt':
			await act(adoptPlan, by, made, { id, body: made.body, adoptedOn: dayAfter(ground, made, 0), file: null });
			break;
		case 'implement':
			await act(implementPlan, by, made, { id, on: true });
	}
}
