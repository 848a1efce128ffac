import { sql } from 'drizzle-orm';
import type { Actor } from '#lib/model/access/actor.ts';
import type { SectionDoc } from '#lib/model/documents/section-doc.ts';
import { textOf } from '#lib/model/documents/text-map.ts';
import { hrefOfPlan } from '#lib/model/plans/plan.ts';
import { anchorOfSection } from '#lib/model/plans/section.ts';
import type { SearchSource } from '../../search/source.ts';
import { visiblePlans } from '../visible.ts';
import { slugOfPlan } from './slug-of-plan.ts';

interface Row extends Record<string, unknown> {
	id: string;
	network_id: string;
	title: string;
	lang: string;
	doc: SectionDoc;
	author_id: string;
	changed_at: Date;
	opened_at: Date | null;
	city: string;
}

/** That a section stands in its plan: it is neither retired nor hidden. */
const stands = sql`plan_sections.retired_at is null and plan_sections.hidden_at is null`;

/** The part of a query over `found` that leaves sections which this actor may read now. */
function visibleSections(actor: Actor) {
	return sql`exists (
		select from plan_sections join plans on plans.id = plan_sections.plan_id
		where plan_sections.id = found.subject_id and ${stands} and ${visiblePlans(actor)})`;
}

/** Sections of plans by their titles and words; those of a draft are found by those who read it. */
export const sectionSource: SearchSource = {
	kind: 'plan-section',
	lasting: true,
	events: [],
	all: 'select id from plan_sections',

	async entries(db, subjects) {
		const rows = await db<Row[]>`
			select plan_sections.id, plans.network_id, said.title, said.lang, said.doc, said.author_id, plan_sections.changed_at,
				plans.opened_at, partners.code as city
			from plan_sections join plans on plans.id = plan_sections.plan_id join partners on partners.id = plans.partner_id
				join section_revisions said on said.section_id = plan_sections.id and said.n = plan_sections.n
			where plan_sections.id = any(${subjects}::uuid[]) and plan_sections.retired_at is null and plan_sections.hidden_at is null`;
		return rows.map(({ id, network_id, title, lang, doc, author_id, changed_at, opened_at, city }) => ({
			subject: id,
			network: network_id,
			city,
			person: author_id,
			lang,
			at: changed_at,
			open: opened_at !== null,
			texts: [
				{ text: title, lang, weight: 'A' },
				{ text: textOf(doc), lang, weight: 'D' }
			]
		}));
	},

	visible: ({ actor }) => visibleSections(actor),

	async present({ db }, { actor }, subjects) {
		const rows = await db.execute<{
			id: string;
			short_id: string;
			title: string;
			lang: string;
			doc: SectionDoc;
			plan: string;
			city: string;
			city_slug: string;
			slug: string;
		}>(sql`
			select plan_sections.id, plan_sections.short_id, said.title, said.lang, said.doc, plans.title as plan, partners.code as city,
				partners.slug as city_slug, ${slugOfPlan} as slug
			from plan_sections join plans on plans.id = plan_sections.plan_id join partners on partners.id = plans.partner_id
				join section_revisions said on said.section_id = plan_sections.id and said.n = plan_sections.n
			where plan_sections.id = any(${sql.param(subjects)}::uuid[]) and ${stands} and ${visiblePlans(actor)}`);
		return new Map(
			rows.map(({ id, short_id: shortId, title, lang, doc, plan, city, city_slug: citySlug, slug }) => {
				const href = `${hrefOfPlan({ citySlug, slug })}#${anchorOfSection({ shortId })}`;
				return [id, { kind: 'plan-section', id, href, city, title, plan, name: title, lang, text: `${title}\n${textOf(doc)}` }];
			})
		);
	},

	// There are hundreds: they are found by their words.
	offered: null
};
