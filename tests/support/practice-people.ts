import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { visitor, type Actor, type Person } from '#lib/model/access/actor.ts';
import { networks, partners } from '#lib/server/db/schema/networks.ts';
import { memberships, people } from '#lib/server/db/schema/people.ts';
import type { Services } from '#lib/server/services.ts';
import type { AdoptionColumn } from '../adoption-matrix.ts';
import type { PracticeColumn } from '../practice-matrix.ts';
import type { PracticeGround } from './practices.ts';

/** The people of the columns of the tables of practices, and who comes to the door only: a visitor, and who is suspended. */
export interface PracticePeople {
	columns: Record<PracticeColumn, Person>;
	atTheDoor: Actor[];
}

export async function practicePeople(services: Services, { network, ines, rui, nuria, marek, saskia, claire }: PracticeGround) {
	const [local, lead, away] = [
		await network.person('Lourdes', { role: 'local' }),
		await network.person('Paulo', { role: 'lead' }),
		await network.person('Away')
	];
	const columns = { F: await elsewhere(services, away), R: claire, G: nuria, L: local, O: ines, C: rui, X: saskia, M: marek, P: lead };
	return { columns, atTheDoor: [visitor, await suspended(services, await network.person('Sergio'))] } satisfies PracticePeople;
}

/** Moves somebody to a city of the same code in a network of its own. */
async function elsewhere({ db }: Services, person: Person): Promise<Person> {
	const [held] = await db.select().from(memberships).where(eq(memberships.personId, person.id));
	const [here] = await db
		.select()
		.from(networks)
		.where(eq(networks.id, held?.networkId ?? ''));
	const [city] = await db
		.select()
		.from(partners)
		.where(eq(partners.id, held?.partnerId ?? ''));
	if (!here || !city) throw new Error(`${person.name} works nowhere`);
	const [networkId, partnerId] = [randomUUID(), randomUUID()];
	await db.insert(networks).values({ ...here, id: networkId, slug: 'another', name: 'Another' });
	await db.insert(partners).values({ ...city, id: partnerId, networkId });
	await db.update(memberships).set({ networkId, partnerId }).where(eq(memberships.personId, person.id));
	return { ...person, memberships: person.memberships.map((one) => ({ ...one, network: networkId })) };
}

/** The people of the tables of adoptions. */
export async function adoptionPeople(services: Services, ground: PracticeGround) {
	const { network, ilze } = ground;
	const { columns, atTheDoor } = await practicePeople(services, ground);
	const { F, R, G, O, X, M, P } = columns;
	const [local, vija] = [
		await network.person('Artis', { role: 'local', city: 'da' }),
		await network.person('Vija', { role: 'coordinator', city: 'da' })
	];
	return { columns: { F, R, G, L: local, T: ilze, U: vija, O, X, M, P } satisfies Record<AdoptionColumn, Person>, atTheDoor };
}

export async function suspended({ db, clock }: Services, person: Person): Promise<Person> {
	await db.update(people).set({ suspendedAt: clock.now() }).where(eq(people.id, person.id));
	return { ...person, suspended: true };
}
