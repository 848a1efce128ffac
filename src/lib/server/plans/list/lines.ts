import { and, asc, desc, eq, inArray, isNull, sql, type SQL } from 'drizzle-orm';
import type { Actor } from '#lib/model/access/actor.ts';
import { partnerRoles } from '#lib/model/access/holds.ts';
import { foremost } from '#lib/model/people/tags.ts';
import type { PlanRow } from '#lib/model/plans/rows/row.ts';
import { emptyCells } from '#lib/model/plans/rows/waiting.ts';
import type { PlanLine } from '#lib/model/plans/shown.ts';
import { can } from '#lib/model/policy.ts';
import { authorize } from '../../access/authorize.ts';
import { homeNetwork } from '../../access/home.ts';
import type { Database } from '../../db/client.ts';
import { partners } from '../../db/schema/networks.ts';
import { planRows, rowRevisions } from '../../db/schema/plan-rows.ts';
import { planSections } from '../../db/schema/plan-sections.ts';
import { plans } from '../../db/schema/plans.ts';
import type { DeskPanel } from '../../desk/panel.ts';
import type { CitySection } from '../../network/city-section.ts';
import type { Services } from '../../services.ts';
import { planHead, selectPlans } from '../find.ts';
import { visibleOpenPlans, visiblePlans } from '../visible.ts';

interface Counts extends Record<string, unknown> {
	id: string;
	begun: number;
	sections: number;
}

/** How many sections each plan has, and how many of them are begun. */
async function countIn(db: Database, ids: readonly string[]): Promise<Map<string, Counts>> {
	if (ids.length === 0) return new Map();
	const rows = await db.execute<Counts>(sql`
		select plans.id, coalesce(parts.begun, 0)::int as begun, coalesce(parts.sections, 0)::int as sections
		from plans
		left join lateral (
			select count(*) as sections, count(*) filter (where length > 0 or exists (
				select from plan_rows where section_id = plan_sections.id and retired_at is null)) as begun
			from plan_sections where plan_id = plans.id and retired_at is null) parts on true
		where plans.id = any(${sql.param([...ids])}::uuid[])`);
	return new Map(rows.map((row) => [row.id, row]));
}

/** How many cells of the rows of each plan wait for an answer. */
async function waitsIn(db: Database, ids: readonly string[]): Promise<Map<string, number>> {
	const rows = await db
		.select({ plan: planRows.planId, kind: planRows.kind, values: rowRevisions.values })
		.from(planRows)
		.innerJoin(planSections, and(eq(planSections.id, planRows.sectionId), isNull(planSections.retiredAt)))
		.innerJoin(rowRevisions, and(eq(rowRevisions.rowId, planRows.id), eq(rowRevisions.n, planRows.n)))
		.where(and(inArray(planRows.planId, [...ids]), isNull(planRows.retiredAt)));
	const waits = new Map<string, number>();
	for (const { plan, ...row } of rows) waits.set(plan, (waits.get(plan) ?? 0) + emptyCells(row as PlanRow));
	return waits;
}

/** Plans in a line each, of those of which this actor may know; in the network's order of cities, each city's newest first. */
async function linesOf(db: Database, actor: Actor, which: SQL | undefined): Promise<PlanLine[]> {
	const rows = await selectPlans(db, and(visiblePlans(actor), which)).orderBy(asc(partners.position), desc(plans.begunAt), asc(plans.id));
	const counts = await countIn(
		db,
		rows.map(({ id }) => id)
	);
	return rows.map((row) => {
		const { id, city, citySlug, slug, title, lang, state, implementing, changedAt, consultation } = planHead(row);
		const { begun = 0, sections = 0 } = counts.get(id) ?? {};
		const endsOn = state === 'consultation' ? (consultation?.endsOn ?? null) : null;
		return { id, city, citySlug, slug, title, lang, state, implementing, changedAt, endsOn, begun, sections };
	});
}

/** The plans of the actor's network, and the city for which this actor may begin one. @throws Forbidden for anybody outside */
export async function plansPage({ db }: Services, actor: Actor): Promise<{ plans: PlanLine[]; begins: string | null; network: string }> {
	const network = homeNetwork(actor);
	const person = authorize(actor, 'network.read', { network });
	const lines = await linesOf(db, actor, eq(plans.networkId, network));
	const city = person.memberships.find((held) => held.network === network && held.city && partnerRoles.includes(held.role))?.city;
	const begins = city && can(person, 'plan.write', { network, city }) ? city : null;
	return { plans: lines, begins, network };
}

/** What plans say on the page of a city. */
export const plansOfCity: CitySection<'plans'> = {
	name: 'plans',
	open: ({ db }, actor, { network, city }) => linesOf(db, actor, and(eq(plans.networkId, network), eq(partners.code, city)))
};

/** What plans put on a desk: those in which one writes and what waits in them, and those about which the network is asked. */
export const plansPanel: DeskPanel<'plans'> = {
	name: 'plans',
	async open({ db, clock }, person) {
		const home = foremost(person.memberships)?.network;
		if (!home) return { own: [], asking: [] };
		const codes = person.memberships.flatMap(({ network, city }) => (network === home && city ? [city] : []));
		const ofOwn = sql`(${partners.code} = any(${sql.param(codes)}::text[])
			or exists (select from plan_invited where plan_id = ${plans.id} and person_id = ${person.id} and ${plans.stream} is null))`;
		const asked = sql`(${plans.state} = 'consultation' and ${visibleOpenPlans(person)} and not ${ofOwn}
			and ${plans.endsOn} >= (${clock.now().toISOString()}::timestamptz at time zone ${partners.timeZone})::date)`;
		const [own, asking] = await Promise.all([
			linesOf(db, person, and(eq(plans.networkId, home), ofOwn)),
			linesOf(db, person, and(eq(plans.networkId, home), asked))
		]);
		// Who reads a draft by invitation, or reads for the city, has nothing to answer in it.
		const writes = own.filter(({ city }) => can(person, 'plan.write', { network: home, city }));
		const waits = await waitsIn(
			db,
			writes.map(({ id }) => id)
		);
		return {
			own: own.map((line) => ({ ...line, waits: waits.get(line.id) ?? 0 })),
			asking: asking.sort((one, other) => (one.endsOn ?? '').localeCompare(other.endsOn ?? ''))
		};
	}
};
