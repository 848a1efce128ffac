import { plansPanel } from '#lib/server/plans/list/lines.ts';
import { inviteToPlan } from '#lib/server/plans/describe.ts';
import { expect, leaveRow, once, test } from './rows-ground.ts';

test('a desk says what waits in a plan to those who write it, and to nobody who only reads it', async ({ services, rows }) => {
	const { ines, luis, ilze, plan } = rows;
	await leaveRow(services, rows, 'risk', { title: 'Rain' });
	await inviteToPlan(services, ines, { ...once(), id: plan, people: [ilze.id] });
	const told = async (person: typeof ines) => (await plansPanel.open(services, person, 'en')).own.find(({ id }) => id === plan)?.waits;
	// How likely it is, what it would do, and the answer to it.
	expect(await told(ines)).toBe(3);
	expect(await told(luis)).toBe(0);
	expect(await told(ilze)).toBe(0);
});
