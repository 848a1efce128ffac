import type { Person } from '#lib/model/access/actor.ts';
import type { PlanPart } from '#lib/model/plans/parts.ts';
import type { RowKind, RowValuesByKind } from '#lib/model/plans/rows/row.ts';
import { beginPlan } from '#lib/server/plans/begin.ts';
import { giveSection } from '#lib/server/plans/sections/place.ts';
import { addRow } from '#lib/server/plans/rows/place.ts';
import type { Services } from '#lib/server/services.ts';
import { once, test as base, type PracticeGround } from '../../support/practices.ts';

/** A draft of Coimbra in the network of its practices; Lena of its local group was given the section of actions. */
export interface RowsGround extends PracticeGround {
	plan: string;
	/** Ids of its sections by part. */
	sections: Record<PlanPart, string>;
	lena: Person;
	luis: Person;
}

export async function beginDraft(services: Services, by: Person, city: string, network: string) {
	const { id } = await beginPlan(services, by, { ...once(), network, city, title: `Plan of ${city}`, lang: 'en' });
	const rows = await services.sql<{ part: PlanPart; id: string }[]>`select part, id from plan_sections where plan_id = ${id}`;
	return { plan: id, sections: Object.fromEntries(rows.map((row) => [row.part, row.id])) as Record<PlanPart, string> };
}

export const test = base.extend<{ rows: RowsGround }>({
	rows: async ({ services, ground }, use) => {
		const begun = await beginDraft(services, ground.ines, 'co', ground.network.id);
		const lena = await ground.network.person('Lena', { role: 'local' });
		const luis = await ground.network.person('Luís', { role: 'local' });
		await giveSection(services, ground.ines, { ...once(), id: begun.sections.actions, people: [lena.id] });
		await use({ ...ground, ...begun, lena, luis });
	}
});

const partOf = { objective: 'objectives', action: 'actions', indicator: 'indicators', budget: 'funding', risk: 'risks' } as const;

/** Adds a row in the section of its kind, in the first place. */
export async function leaveRow<Kind extends RowKind>(
	services: Services,
	{ ines, sections }: Pick<RowsGround, 'ines' | 'sections'>,
	kind: Kind,
	values: Partial<RowValuesByKind[Kind]>,
	after: string | null = null
): Promise<string> {
	const { id } = await addRow(services, ines, { ...once(), section: sections[partOf[kind]], after, kind, values });
	return id;
}

/** What a row says in its revision `n`, the newest where none is asked for. */
export async function saidIn({ sql }: Services, id: string, n?: number): Promise<Record<string, unknown>> {
	const [row] = await sql`
		select content from row_revisions where row_id = ${id} ${n === undefined ? sql`` : sql`and n = ${n}`} order by n desc limit 1`;
	return row?.content as Record<string, unknown>;
}

export { expect, leavePublished, little, once } from '../../support/practices.ts';
