import { sql, type SQL } from 'drizzle-orm';
import { hrefOfPlan } from '#lib/model/plans/plan.ts';
import type { PlanPlace } from '#lib/model/plans/moderated.ts';
import type { Looking, ModerationSource } from '../../moderation/source.ts';
import type { Services } from '../../services.ts';
import { slugOfPlan } from '../search/slug-of-plan.ts';
import { visiblePlans } from '../visible.ts';

type Of = 'plan-section' | 'plan-row';

/** Its table, that of its revisions, and what begins its name in addresses. */
const tables = {
	'plan-section': { own: sql`plan_sections`, revisions: sql`section_revisions`, key: sql`section_id`, begins: 's-' },
	'plan-row': { own: sql`plan_rows`, revisions: sql`row_revisions`, key: sql`row_id`, begins: 'r-' }
};

interface Row extends Record<string, unknown> {
	id: string;
	short_id: string;
	at: string | null;
	by: string | null;
	reason: string | null;
	title: string;
	city: string;
	city_slug: string;
	slug: string;
	author_id: string;
	author: string;
}

async function rowsOf({ db }: Services, { lead, network }: Looking, of: Of, which: SQL, most: number): Promise<Row[]> {
	const { own, revisions, key } = tables[of];
	return db.execute<Row>(sql`
		select its.id, its.short_id, its.hidden_at as at, lead.name as by, its.hidden_reason as reason, plans.title,
			partners.code as city, partners.slug as city_slug, ${slugOfPlan} as slug, author.id as author_id, author.name as author
		from ${own} its join plans on plans.id = its.plan_id join partners on partners.id = plans.partner_id
			join ${revisions} said on said.${key} = its.id and said.n = its.n join people author on author.id = said.author_id
			left join people lead on lead.id = its.hidden_by
		where plans.network_id = ${network} and ${visiblePlans(lead)} and ${which}
		order by its.hidden_at desc nulls last, its.id limit ${most}`);
}

function placeOf(of: Of, { short_id, title, city, city_slug: citySlug, slug, author_id, author }: Row): PlanPlace {
	const href = `${hrefOfPlan({ citySlug, slug })}/history/${tables[of].begins}${short_id}`;
	return { href, title, city, author: { id: author_id, name: author } };
}

function moderated<Kind extends Of>(kind: Kind, acts: readonly string[]) {
	return {
		kind,
		acts,
		known: null,
		async hidden(services: Services, looking: Looking, most: number) {
			const rows = await rowsOf(services, looking, kind, sql`its.hidden_at is not null`, most);
			return rows.flatMap((row) => {
				const { id, at, by, reason } = row;
				return at
					? [{ kind, id, at: new Date(at).toISOString(), by: by ?? '', reason: reason ?? '', thing: placeOf(kind, row) }]
					: [];
			});
		},
		async present(services: Services, looking: Looking, ids: string[]) {
			const rows = await rowsOf(services, looking, kind, sql`its.id = any(${sql.param(ids)}::uuid[])`, ids.length);
			return new Map(rows.map((row) => [row.id, placeOf(kind, row)]));
		}
	};
}

/** Sections and rows of plans that leads hid and restored: a lead reads every plan of the network, drafts too. */
const sections: ModerationSource<'plan-section'> = moderated('plan-section', ['section.hidden', 'section.restored']);
const rows: ModerationSource<'plan-row'> = moderated('plan-row', ['row.hidden', 'row.restored']);
export const moderatedPlans = [sections, rows] as const;
