import { aliasedTable, and, eq, getTableColumns, or, sql, type SQL } from 'drizzle-orm';
import type { Actor, Person } from '#lib/model/access/actor.ts';
import { hrefOfAdoption } from '#lib/model/adoptions/adoption.ts';
import { hrefOfPractice } from '#lib/model/practices/practice.ts';
import { authorize } from '../access/authorize.ts';
import type { Database, Transaction } from '../db/client.ts';
import { adoptions } from '../db/schema/adoptions.ts';
import { partners } from '../db/schema/networks.ts';
import { practices } from '../db/schema/practices.ts';
import { Conflict, NotFound } from '../platform/errors.ts';
import { visibleAdoptions, visiblePairs } from './visible.ts';

const owners = aliasedTable(partners, 'owners');

const columns = {
	...getTableColumns(adoptions),
	/** Code and zone of the city that takes the practice over. */
	city: partners.code,
	zone: partners.timeZone,
	/** Of the city whose practice it is. */
	owner: owners.code,
	ownerId: practices.partnerId,
	practiceStream: sql<string>`${practices.stream}`,
	publishedN: sql<number>`${practices.publishedN}`,
	slug: practices.slug,
	shortId: practices.shortId
};

export type AdoptionRow = typeof adoptions.$inferSelect & {
	city: string;
	zone: string;
	owner: string;
	ownerId: string;
	practiceStream: string;
	publishedN: number;
	slug: string;
	shortId: string;
};

/** The address of an adoption's page. */
export function addressOfPair(row: Pick<AdoptionRow, 'slug' | 'shortId' | 'city'>): string {
	return hrefOfAdoption(hrefOfPractice(row), row.city);
}

/** Pairs as rows, whoever asks. */
export function pairs(db: Database | Transaction, which: SQL | undefined): Promise<AdoptionRow[]> {
	return db
		.select(columns)
		.from(adoptions)
		.innerJoin(practices, eq(practices.id, adoptions.practiceId))
		.innerJoin(partners, eq(partners.id, adoptions.partnerId))
		.innerJoin(owners, eq(owners.id, practices.partnerId))
		.where(which)
		.orderBy(partners.position);
}

/**
 * An adoption to be changed by a command of somebody who may do this with it, locked until its end.
 * @throws NotFound, Forbidden; Conflict `adoption_state` where the city has only asked
 */
export async function adoptionToChange(
	tx: Transaction,
	actor: Actor,
	id: string,
	question: 'adoption.write' | 'adoption.log' | 'adoption.moderate'
): Promise<{ row: AdoptionRow; person: Person }> {
	await tx.execute(sql`select from adoptions where id = ${id} for no key update`);
	const [row] = await pairs(tx, and(eq(adoptions.id, id), or(visibleAdoptions(actor), visiblePairs(actor))));
	if (!row) throw new NotFound();
	const { networkId: network, owner, city } = row;
	const person = authorize(actor, question, { network, owner, city });
	if (row.stage === null) throw new Conflict('adoption_state');
	return { row, person };
}

/** The id of what a city takes over, or has asked about; of who may know of it. @throws NotFound */
export async function adoptionToMove(db: Database, actor: Actor, { id, city }: { id: string; city: string }): Promise<string> {
	const which = and(eq(adoptions.practiceId, id), eq(partners.code, city), or(visibleAdoptions(actor), visiblePairs(actor)));
	const [row] = await pairs(db, which);
	if (!row) throw new NotFound();
	return row.id;
}
