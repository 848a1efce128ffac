import type { Person } from '#lib/model/access/actor.ts';
import type { Services } from '#lib/server/services.ts';
import type { PlanColumn } from '../plan-matrix.ts';
import { practicePeople } from './practice-people.ts';
import type { PracticeGround } from './practices.ts';

/** The people of the columns of the tables of plans, and who comes to the door only. */
export async function planPeople(services: Services, ground: PracticeGround) {
	const { columns, atTheDoor } = await practicePeople(services, ground);
	const writer = await ground.network.person('Wanda', { role: 'local' });
	return { columns: { ...columns, W: writer } satisfies Record<PlanColumn, Person>, atTheDoor };
}
