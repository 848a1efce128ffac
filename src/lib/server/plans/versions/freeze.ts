import { sql } from 'drizzle-orm';
import type { PlanManifest } from '#lib/model/plans/happened.ts';
import type { VersionKind } from '#lib/model/plans/version.ts';
import type { Transaction } from '../../db/client.ts';
import { planVersions } from '../../db/schema/plan-versions.ts';
import type { FoundPlan } from '../find.ts';

interface Freezing {
	plan: FoundPlan;
	kind: VersionKind;
	name: string;
	by: string;
	at: Date;
}

/** Pins what stands in a plan, which is locked: pointers to the newest revisions of its sections and rows, at their places. */
export async function freeze(
	tx: Transaction,
	{ plan, kind, name, by, at }: Freezing
): Promise<{ version: number; manifest: PlanManifest }> {
	const [last] = await tx.execute<{ number: number }>(
		sql`select coalesce(max(number), 0)::int as number from plan_versions where plan_id = ${plan.id}`
	);
	const version = (last?.number ?? 0) + 1;
	await tx.insert(planVersions).values({ planId: plan.id, number: version, name, kind, title: plan.title, by, at });
	const sections = await tx.execute<{ id: string; n: number }>(sql`
		insert into version_sections (plan_id, version, section_id, n, position)
		select plan_id, ${version}, id, n, row_number() over (order by position, id) - 1 from plan_sections
		where plan_id = ${plan.id} and retired_at is null
		returning section_id as id, n`);
	const rows = await tx.execute<{ id: string; n: number }>(sql`
		insert into version_rows (plan_id, version, row_id, n, position)
		select plan_rows.plan_id, ${version}, plan_rows.id, plan_rows.n,
			row_number() over (partition by plan_rows.section_id order by plan_rows.position, plan_rows.id) - 1
		from plan_rows join plan_sections on plan_sections.id = plan_rows.section_id
		where plan_rows.plan_id = ${plan.id} and plan_rows.retired_at is null and plan_sections.retired_at is null
		returning row_id as id, n`);
	return { version, manifest: { sections: [...sections], rows: [...rows] } };
}
