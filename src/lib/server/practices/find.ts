import { and, desc, eq, getTableColumns, lte, sql, type SQL } from 'drizzle-orm';
import type { Actor } from '#lib/model/access/actor.ts';
import type { Practice, PracticeHead } from '#lib/model/practices/practice.ts';
import { emptyValues, type PracticeValues } from '#lib/model/practices/values.ts';
import type { Database, Transaction } from '../db/client.ts';
import { partners } from '../db/schema/networks.ts';
import { practiceRevisions, practices } from '../db/schema/practices.ts';
import { NotFound } from '../platform/errors.ts';
import { visibleDrafts, visiblePractices } from './visible.ts';

export type PracticeRow = typeof practices.$inferSelect & { city: string };

const columns = { ...getTableColumns(practices), city: partners.code };

export function headOf(row: PracticeRow): PracticeHead {
	const { id, networkId, city, form, state, shortId, slug, illustrative, draftN, publishedN, publishedAt, changedAt } = row;
	return {
		id,
		network: networkId,
		city,
		form,
		state,
		shortId,
		slug,
		illustrative,
		draftN,
		publishedN,
		publishedAt: publishedAt?.toISOString() ?? null,
		changedAt: changedAt?.toISOString() ?? null
	};
}

/** The short id at the end of an address; nothing where it does not end in one. */
export function shortIdIn(address: string): string | undefined {
	return /^(?:.*-)?([0-9a-z]{8})$/.exec(address)?.[1];
}

async function findRow(db: Database | Transaction, which: SQL | undefined): Promise<PracticeRow> {
	const [row] = await db.select(columns).from(practices).innerJoin(partners, eq(partners.id, practices.partnerId)).where(which);
	if (!row) throw new NotFound();
	return row;
}

/** What a revision says. @throws NotFound */
export async function revisionOf(db: Database | Transaction, practiceId: string, n: number): Promise<PracticeValues> {
	const [found] = await db
		.select({ values: practiceRevisions.values })
		.from(practiceRevisions)
		.where(and(eq(practiceRevisions.practiceId, practiceId), eq(practiceRevisions.n, n)));
	if (!found) throw new NotFound();
	return { ...emptyValues, ...found.values };
}

/** What the newest revision up to this one says: older saves are thinned. @throws NotFound */
export async function revisionUpTo(db: Database | Transaction, practiceId: string, n: number): Promise<PracticeValues> {
	const [found] = await db
		.select({ values: practiceRevisions.values })
		.from(practiceRevisions)
		.where(and(eq(practiceRevisions.practiceId, practiceId), lte(practiceRevisions.n, n)))
		.orderBy(desc(practiceRevisions.n))
		.limit(1);
	if (!found) throw new NotFound();
	return { ...emptyValues, ...found.values };
}

/** An entry that this actor may know of. @throws NotFound */
export async function findPractice(db: Database | Transaction, actor: Actor, address: string): Promise<PracticeHead> {
	const shortId = shortIdIn(address);
	if (!shortId) throw new NotFound();
	return headOf(await findRow(db, and(eq(practices.shortId, shortId), visiblePractices(actor))));
}

/**
 * The draft of an entry, of those who may read it.
 * @throws NotFound
 */
export async function findDraft(db: Database | Transaction, actor: Actor, address: string): Promise<Practice> {
	const shortId = shortIdIn(address);
	if (!shortId) throw new NotFound();
	const head = headOf(await findRow(db, and(eq(practices.shortId, shortId), visibleDrafts(actor))));
	return { ...head, values: await revisionOf(db, head.id, head.draftN) };
}

/** Where an entry is that this actor may know of. @throws NotFound */
export async function addressOfPractice(
	db: Database | Transaction,
	actor: Actor,
	id: string
): Promise<Pick<PracticeHead, 'slug' | 'shortId'>> {
	return headOf(await findRow(db, and(eq(practices.id, id), visiblePractices(actor))));
}

/**
 * An entry to be changed by a command, locked until its end; only of those who may read its draft.
 * @throws NotFound
 */
export async function practiceToChange(tx: Transaction, actor: Actor, id: string): Promise<PracticeRow> {
	await tx.execute(sql`select from practices where id = ${id} for no key update`);
	return findRow(tx, and(eq(practices.id, id), visibleDrafts(actor)));
}

/**
 * A published entry in which a reader does something, locked against being archived meanwhile.
 * @throws NotFound
 */
export async function publishedToUse(tx: Transaction, actor: Actor, id: string): Promise<PracticeRow> {
	await tx.execute(sql`select from practices where id = ${id} for key share`);
	const row = await findRow(tx, and(eq(practices.id, id), visiblePractices(actor)));
	if (row.publishedN === null) throw new NotFound();
	return row;
}
