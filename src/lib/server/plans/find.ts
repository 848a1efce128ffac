import { and, eq, getTableColumns, sql, type SQL } from 'drizzle-orm';
import type { Actor } from '#lib/model/access/actor.ts';
import type { PlanHead } from '#lib/model/plans/plan.ts';
import type { Database, Transaction } from '../db/client.ts';
import { partners } from '../db/schema/networks.ts';
import { plans, planSlugs } from '../db/schema/plans.ts';
import { NotFound } from '../platform/errors.ts';
import { visiblePlans } from './visible.ts';

const columns = {
	...getTableColumns(plans),
	city: partners.code,
	citySlug: partners.slug,
	slug: sql<string>`(select slug from plan_slugs where plan_id = ${plans.id} order by since desc, slug limit 1)`,
	invited: sql<string[]>`array(select person_id::text from plan_invited where plan_id = ${plans.id} order by person_id)`,
	/** When anything in it changed: sections and rows are saved without touching the plan itself. */
	lastChange: sql<string>`to_char(greatest(${plans.changedAt}, (select max(changed_at) from plan_sections where plan_id = ${plans.id}),
		(select max(changed_at) from plan_rows where plan_id = ${plans.id})) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
};

/** A plan as its commands work with it. */
export type FoundPlan = typeof plans.$inferSelect & {
	city: string;
	citySlug: string;
	slug: string;
	invited: string[];
	lastChange: string;
};

export function planHead(row: FoundPlan): PlanHead {
	const { id, networkId, city, citySlug, slug, title, lang, fromYear, toYear, contactId, coverFile, coverAlt, invited } = row;
	const { state, implementing, question, endsOn, openedAt, lastChange, illustrative } = row;
	return {
		id,
		network: networkId,
		city,
		citySlug,
		slug,
		title,
		lang,
		horizon: { from: fromYear, to: toYear },
		contact: contactId,
		cover: coverFile === null ? null : { id: coverFile, ...(coverAlt !== null && { alt: coverAlt }) },
		state,
		implementing,
		consultation: question === null || endsOn === null ? null : { question, endsOn },
		invited,
		openedAt: openedAt?.toISOString() ?? null,
		changedAt: lastChange,
		illustrative
	};
}

/** Plans with what their heads say. */
export function selectPlans(db: Database | Transaction, which: SQL | undefined) {
	return db.select(columns).from(plans).innerJoin(partners, eq(partners.id, plans.partnerId)).where(which);
}

async function findRow(db: Database | Transaction, which: SQL | undefined): Promise<FoundPlan> {
	const [row] = await selectPlans(db, which);
	if (!row) throw new NotFound();
	return row;
}

/** That a plan is at this address, or ever was. */
export function atPlanAddress({ city, slug }: { city: string; slug: string }): SQL {
	return sql`(${partners.slug} = ${city} and exists (
		select from plan_slugs where plan_slugs.plan_id = ${plans.id} and plan_slugs.slug = ${slug}))`;
}

/** The plan at an address, of those of which this actor may know. @throws NotFound */
export async function findPlan(db: Database | Transaction, actor: Actor, address: { city: string; slug: string }): Promise<PlanHead> {
	return planHead(await findRow(db, and(atPlanAddress(address), visiblePlans(actor))));
}

/** @throws NotFound */
export async function planById(db: Database | Transaction, actor: Actor, id: string): Promise<PlanHead> {
	return planHead(await findRow(db, and(eq(plans.id, id), visiblePlans(actor))));
}

/**
 * A plan to be changed as a whole, locked until the end of the command: nothing is saved in it meanwhile.
 * @throws NotFound
 */
export async function planToChange(tx: Transaction, actor: Actor, id: string): Promise<FoundPlan> {
	await tx.execute(sql`select from plans where id = ${id} for no key update`);
	return findRow(tx, and(eq(plans.id, id), visiblePlans(actor)));
}

/** A plan in which something is saved: others may save too, and nobody opens or adopts it meanwhile. @throws NotFound */
export async function planToWriteIn(tx: Transaction, actor: Actor, id: string): Promise<FoundPlan> {
	await tx.execute(sql`select from plans where id = ${id} for share`);
	return findRow(tx, and(eq(plans.id, id), visiblePlans(actor)));
}

/** An address for a plan of this title that no plan of the city ever had. */
export async function freeSlug(
	tx: Transaction,
	{ partnerId, planId, wish }: { partnerId: string; planId: string; wish: string }
): Promise<string> {
	const taken = await tx
		.select({ slug: planSlugs.slug, planId: planSlugs.planId })
		.from(planSlugs)
		.where(and(eq(planSlugs.partnerId, partnerId), sql`${planSlugs.slug} like ${`${wish}%`}`));
	const others = new Set(taken.filter((one) => one.planId !== planId).map(({ slug }) => slug));
	for (let number = 1; ; number += 1) {
		const slug = number === 1 ? wish : `${wish}-${number}`;
		if (!others.has(slug)) return slug;
	}
}
