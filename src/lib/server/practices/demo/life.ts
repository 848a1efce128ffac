import type { DemoGround } from '../../demo/ground.ts';
import { beginPractice } from '../begin.ts';
import { publishChanges } from '../publish.ts';
import { approvePractice, requestChanges, submitPractice } from '../rounds.ts';
import { savePractice } from '../save.ts';
import type { Act } from './act.ts';
import { sentValues, type DemoPractice } from './demo-practice.ts';

/** The lead who decides. */
const lead = 'marek.wiosna';

/** Takes an entry as far as it came. @returns its id */
export async function live(act: Act, { network, person }: DemoGround, practice: DemoPractice): Promise<string> {
	const { by, form, stage, values, later, reasons = [], daysBefore } = practice;
	const { city } = person(by);
	const { id } = await act(beginPractice, by, { daysBefore, time: '08:40' }, { network, city, form, values: sentValues(values) });
	if (stage === 'draft') return id;
	await act(submitPractice, by, { daysBefore: daysBefore - 1, time: '11:15' }, { id, n: 1 });
	const decided = { daysBefore: daysBefore - 3, time: '13:30' };
	if (stage === 'changes') await act(requestChanges, lead, decided, { id, round: 1, reasons });
	if (stage === 'published') await act(approvePractice, lead, decided, { id, round: 1 });
	if (later) {
		await act(savePractice, by, { daysBefore: daysBefore - 30, time: '09:05' }, { id, base: 1, values: sentValues(later) });
		await act(publishChanges, by, { daysBefore: daysBefore - 30, time: '09:50' }, { id, n: 2 });
	}
	return id;
}
