import { sql, type SQL } from 'drizzle-orm';
import { swingFilesIn } from '#lib/model/documents/section-files.ts';
import type { SectionDoc } from '#lib/model/documents/section-doc.ts';
import { can } from '#lib/model/policy.ts';
import type { Transaction } from '../db/client.ts';
import type { FileSubject } from '../files/subjects.ts';
import { Invalid } from '../platform/errors.ts';
import type { FoundPlan } from './find.ts';
import { visiblePlans } from './visible.ts';

/** Files that one plan may hold. */
const mostFiles = 500;

interface Holding {
	plan: Pick<FoundPlan, 'id' | 'networkId'>;
	by: string;
	at: Date;
	doc: SectionDoc;
	before: SectionDoc | null;
	/** Whether they were let in before: words that come back may name files of whoever wrote them. */
	known?: boolean;
}

/**
 * A plan holds every file that its words name. It keeps those that they name no more: older revisions and versions show them.
 * @throws Invalid `gone` for files that are nobody's or somebody else's, `too_many`
 */
export async function holdPlanFiles(tx: Transaction, { plan, by, at, doc, before, known = false }: Holding): Promise<void> {
	const old = new Set(before ? swingFilesIn(before) : []);
	const added = swingFilesIn(doc).filter((id) => !old.has(id));
	if (added.length > 0) await holdFilesOfPlan(tx, { plan, by, at, ids: added, known });
}

/** @throws Invalid `gone`, `too_many` */
export async function holdFilesOfPlan(
	tx: Transaction,
	{ plan, by, at, ids, known = false }: Pick<Holding, 'plan' | 'by' | 'at' | 'known'> & { ids: string[] }
): Promise<void> {
	const found = await tx.execute<{ id: string; held: boolean }>(sql`
		select id, exists (select from file_uses used where used.file_id = files.id and used.subject_kind = 'plan' and used.subject_id = ${plan.id}) as held
		from files where id = any(${sql.param(ids)}::uuid[]) and network_id = ${plan.networkId} for key share`);
	const free = await tx.execute<{ id: string }>(sql`select id from files where id = any(${sql.param(ids)}::uuid[]) and owner_id = ${by}`);
	const held = new Set(found.filter((row) => row.held).map(({ id }) => id));
	const own = new Set(free.map(({ id }) => id));
	const there = new Set(found.map(({ id }) => id));
	// What stood in the plan before and is gone altogether is shown as gone; what never was there is refused.
	if (!known && ids.some((id) => !held.has(id) && !(there.has(id) && own.has(id)))) throw new Invalid([{ field: 'doc', code: 'gone' }]);
	const more = ids.filter((id) => there.has(id) && !held.has(id));
	if (more.length === 0) return;
	// Two who save at once would take the same places.
	await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${plan.id}, 0))`);
	const [count] = await tx.execute<{ count: string }>(
		sql`select count(*) as count from file_uses where subject_kind = 'plan' and subject_id = ${plan.id}`
	);
	const first = Number(count?.count ?? 0);
	if (first + more.length > mostFiles) throw new Invalid([{ field: 'doc', code: 'too_many' }]);
	await tx.execute(sql`
		insert into file_uses (file_id, subject_kind, subject_id, position, alt, by, at)
		select id::uuid, 'plan', ${plan.id}, ${first} + place - 1, null, ${by}, ${at.toISOString()}
		from unnest(${sql.param(more)}::text[]) with ordinality as each(id, place)
		on conflict do nothing`);
}

/** Whether words of sections name a file: of those that are hidden, or of the others, in any of their revisions. */
const namedIn = (which: 'is null' | 'is not null'): SQL => sql`exists (
	select from plan_sections section join section_revisions said on said.section_id = section.id
	where section.plan_id = plans.id and section.hidden_at ${sql.raw(which)} and said.doc::text like '%' || used.file_id || '%')`;

/** That a file stands in nothing of a plan but what a lead has taken out of sight. */
const outOfSight = sql`(exists (select from plan_sections where plan_id = plans.id and hidden_at is not null)
	and ${namedIn('is not null')} and not ${namedIn('is null')} and plans.cover_file is distinct from used.file_id
	and not exists (select from plan_declarations told where told.plan_id = plans.id and told.file = used.file_id))`;

/** Files of a plan are read by who may read the plan; those of hidden sections by its city and the leads alone. */
export const filesInPlans: readonly FileSubject[] = [
	{
		kind: 'plan',
		readable: (actor) =>
			sql`exists (select from plans where plans.id = used.subject_id and ${visiblePlans(actor)} and not ${outOfSight})`,
		async hidden(db, actor, file) {
			const rows = await db.execute<{ id: string; network: string; city: string }>(sql`
				select distinct plans.id, plans.network_id as network, partners.code as city
				from files asked join files its on its.series_id = asked.series_id
					join file_uses used on used.file_id = its.id and used.subject_kind = 'plan'
					join plans on plans.id = used.subject_id join partners on partners.id = plans.partner_id
				where asked.id = ${file}::uuid and ${visiblePlans(actor)} and ${outOfSight}`);
			return rows.filter((plan) => can(actor, 'plan.moderate', plan) || can(actor, 'plan.write', plan)).map(({ id }) => id);
		}
	}
];
