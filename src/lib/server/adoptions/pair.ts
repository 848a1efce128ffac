import { and, eq, sql } from 'drizzle-orm';
import type { Actor, Person } from '#lib/model/access/actor.ts';
import { partnerRoles } from '#lib/model/access/holds.ts';
import { adoptionStream, audienceOfPair } from '#lib/model/adoptions/adoption.ts';
import { authorize } from '../access/authorize.ts';
import type { Context } from '../commands/command.ts';
import type { Transaction } from '../db/client.ts';
import { adoptionPeople, adoptions } from '../db/schema/adoptions.ts';
import { partners } from '../db/schema/networks.ts';
import { openStream } from '../events/record.ts';
import { followAll, forgetFollowers } from '../notifications/follow.ts';
import { Conflict, NotFound } from '../platform/errors.ts';
import { publishedToUse, revisionOf, type PracticeRow } from '../practices/find.ts';
import { peopleWith } from '../practices/tell.ts';
import { pairs, type AdoptionRow } from './find.ts';
import { itemOfPair } from './quiet.ts';

/**
 * A published entry that another city begins with. It is locked until the end: of two who begin at once the second one
 * finds what the first one made.
 * @throws NotFound, Forbidden; Conflict `practice_state` where it is offered no longer
 */
export async function practiceToAdopt(
	tx: Transaction,
	actor: Actor,
	{ id, city }: { id: string; city: string }
): Promise<{ practice: PracticeRow; person: Person }> {
	await tx.execute(sql`select from practices where id = ${id} for no key update`);
	const practice = await publishedToUse(tx, actor, id);
	const person = authorize(actor, 'adoption.mark', { network: practice.networkId, owner: practice.city, city });
	if (practice.state === 'archived') throw new Conflict('practice_state', practice.state);
	return { practice, person };
}

type Begins = Pick<Context<unknown>, 'now' | 'commandId' | 'afterwards' | 'services'>;

/** The pair of a practice and a city, made where there is none yet: so far the city has only asked. @throws NotFound */
export async function pairOf(
	tx: Transaction,
	context: Begins,
	{ practice, city, by }: { practice: PracticeRow; city: string; by: string }
): Promise<AdoptionRow> {
	const { now, commandId: id } = context;
	const { networkId: network, city: owner } = practice;
	const [partner] = await tx
		.select({ id: partners.id })
		.from(partners)
		.where(and(eq(partners.networkId, network), eq(partners.code, city)));
	if (!partner) throw new NotFound();
	const once = and(eq(adoptions.practiceId, practice.id), eq(adoptions.partnerId, partner.id));
	const [known] = await pairs(tx, once);
	if (known) return known;
	const stream = adoptionStream(id);
	await openStream(tx, { id: stream, network, kind: 'adoption', subjectId: id, audience: audienceOfPair({ network, owner, city }) });
	const begun = { begunBy: by, begunAt: now, newsAt: now };
	await tx.insert(adoptions).values({ id, networkId: network, practiceId: practice.id, partnerId: partner.id, stream, ...begun });
	const [row] = await pairs(tx, eq(adoptions.id, id));
	if (!row) throw new NotFound();
	await lookAfter(tx, context, row, { partner: practice.partnerId, people: await whoAnswers(tx, practice, now) });
	return row;
}

/** Who answers for an entry: its contact, as long as they are in the city's team; else its coordinators, else the whole team. */
async function whoAnswers(
	tx: Transaction,
	{ id, networkId: network, partnerId: partner, publishedN }: PracticeRow,
	now: Date
): Promise<string[]> {
	const team = await peopleWith(tx, { network, roles: partnerRoles, partner, now });
	const { contact } = await revisionOf(tx, id, publishedN ?? 0);
	if (contact && team.includes(contact)) return [contact];
	const coordinators = await peopleWith(tx, { network, roles: ['coordinator'], partner, now });
	return coordinators.length > 0 ? coordinators : team;
}

/** Puts people among those who look after a pair for a city; they follow its thread, if they did not choose otherwise. */
export async function lookAfter(
	tx: Transaction,
	{ now, afterwards, services }: Pick<Begins, 'now' | 'afterwards' | 'services'>,
	{ id }: Pick<AdoptionRow, 'id'>,
	{ partner, people }: { partner: string; people: string[] }
): Promise<void> {
	if (people.length === 0) return;
	const item = itemOfPair(id);
	await tx
		.insert(adoptionPeople)
		.values(people.map((personId) => ({ adoptionId: id, personId, partnerId: partner, at: now })))
		.onConflictDoNothing();
	await followAll(tx, people, { item, at: now });
	afterwards(() => forgetFollowers(services.db, item));
}
