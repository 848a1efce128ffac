import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { partnerRoles } from '#lib/model/access/holds.ts';
import type { Person } from '#lib/model/access/actor.ts';
import { adoptionLimits } from '#lib/model/adoptions/stages.ts';
import { command, type Context } from '../commands/command.ts';
import type { Transaction } from '../db/client.ts';
import { adoptionPeople } from '../db/schema/adoptions.ts';
import { followAsUsual, forgetFollowers } from '../notifications/follow.ts';
import { Forbidden, Invalid } from '../platform/errors.ts';
import { peopleWith } from '../practices/tell.ts';
import { tellNetwork, asItStands } from './tell-network.ts';
import { adoptionToChange, type AdoptionRow } from './find.ts';
import { lookAfter } from './pair.ts';
import { itemOfPair } from './quiet.ts';

const input = z.object({ id: z.uuid(), person: z.uuid().optional() });
type Asked = Pick<Context<z.output<typeof input>>, 'actor' | 'input' | 'now'>;

/** The pair, who asks, whom it concerns, and for which of both cities: one in whose team the asker works. @throws NotFound, Forbidden */
async function concerned(tx: Transaction, { actor, input: { id, person } }: Asked) {
	const { row, person: asker } = await adoptionToChange(tx, actor, id, 'adoption.log');
	const { owner, city } = row;
	const partners = [...(worksFor(asker, row, city) ? [row.partnerId] : []), ...(worksFor(asker, row, owner) ? [row.ownerId] : [])];
	return { row, asker, partners, person: person ?? asker.id };
}

function worksFor(person: Person, { networkId }: AdoptionRow, city: string): boolean {
	return person.memberships.some((held) => held.network === networkId && held.city === city && partnerRoles.includes(held.role));
}

/**
 * Puts oneself, or somebody else of one's own city's team, among those who look after an adoption.
 * @throws NotFound, Forbidden, Invalid `not_of_city`, `too_many`
 */
export const joinAdoption = command({
	name: 'adoption.join',
	input,
	async run(tx, context) {
		const { row, asker, partners, person } = await concerned(tx, context);
		const { id, networkId: network } = row;
		for (const partner of partners) {
			const team = await peopleWith(tx, { network, roles: partnerRoles, partner, now: context.now });
			if (!team.includes(person)) continue;
			const listed = await tx.select().from(adoptionPeople).where(eq(adoptionPeople.adoptionId, id));
			if (listed.some(({ personId }) => personId === person)) return asItStands(tx, row);
			if (listed.length >= adoptionLimits.people) throw new Invalid([{ field: 'person', code: 'too_many' }]);
			await lookAfter(tx, context, row, { partner, people: [person] });
			return tellNetwork(tx, context, row, { by: asker.id, event: { name: 'adoption.joined', payload: { id, person } } });
		}
		throw new Invalid([{ field: 'person', code: 'not_of_city' }]);
	}
});

/** Takes oneself, or somebody of one's own city, off; also who has left the city. @throws NotFound, Forbidden */
export const leaveAdoption = command({
	name: 'adoption.leave',
	input,
	async run(tx, context) {
		const { row, asker, partners, person } = await concerned(tx, context);
		const { id } = row;
		const one = and(eq(adoptionPeople.adoptionId, id), eq(adoptionPeople.personId, person));
		const [listed] = await tx.select().from(adoptionPeople).where(one);
		if (!listed) return asItStands(tx, row);
		if (!partners.includes(listed.partnerId)) throw new Forbidden('adoption.log');
		await tx.delete(adoptionPeople).where(one);
		const item = itemOfPair(id);
		await followAsUsual(tx, person, item);
		context.afterwards(() => forgetFollowers(context.services.db, item));
		return tellNetwork(tx, context, row, { by: asker.id, event: { name: 'adoption.left', payload: { id, person } } });
	}
});
