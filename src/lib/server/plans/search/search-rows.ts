import { sql } from 'drizzle-orm';
import { hrefOfPlan } from '#lib/model/plans/plan.ts';
import { anchorOfRow, type RowKind, type RowValuesByKind } from '#lib/model/plans/rows/row.ts';
import type { SearchSource } from '../../search/source.ts';
import { visiblePlans } from '../visible.ts';
import { slugOfPlan } from './slug-of-plan.ts';

type Values = RowValuesByKind[RowKind];

interface Row {
	id: string;
	network_id: string;
	lang: string;
	content: Values;
	author_id: string;
	changed_at: Date;
	opened_at: Date | null;
	city: string;
}

/** That a row stands in its plan, and its section does. */
const stands = sql`plan_rows.retired_at is null and plan_rows.hidden_at is null
	and plan_sections.retired_at is null and plan_sections.hidden_at is null`;

/** What a row says in words besides its title, a line a cell. */
export function wordsOfRow(values: Values): string {
	const said = { description: '', lead: '', partners: '', outputs: '', funding: '', unit: '', source: '', answer: '', ...values };
	const { description, lead, partners, outputs, funding, unit, source, answer } = said;
	const measured = 'measurements' in values ? values.measurements.map(({ note }) => note) : [];
	return [description, lead, partners, outputs, funding, unit, source, answer, ...measured].filter(Boolean).join('\n');
}

/** Actions, indicators and the other rows of plans by what stands in their cells. */
export const rowSource: SearchSource = {
	kind: 'plan-row',
	lasting: true,
	events: [],
	all: 'select id from plan_rows',

	async entries(db, subjects) {
		const rows = await db<Row[]>`
			select plan_rows.id, plans.network_id, plans.lang, said.content, said.author_id, plan_rows.changed_at, plans.opened_at,
				partners.code as city
			from plan_rows join plan_sections on plan_sections.id = plan_rows.section_id join plans on plans.id = plan_rows.plan_id
				join partners on partners.id = plans.partner_id
				join row_revisions said on said.row_id = plan_rows.id and said.n = plan_rows.n
			where plan_rows.id = any(${subjects}::uuid[]) and plan_rows.retired_at is null and plan_rows.hidden_at is null
				and plan_sections.retired_at is null and plan_sections.hidden_at is null`;
		return rows.map(({ id, network_id, lang, content, author_id, changed_at, opened_at, city }) => ({
			subject: id,
			network: network_id,
			city,
			person: author_id,
			lang,
			at: changed_at,
			open: opened_at !== null,
			texts: [
				{ text: content.title, lang, weight: 'A' },
				{ text: wordsOfRow(content), lang, weight: 'D' }
			]
		}));
	},

	visible: ({ actor }) => sql`exists (
		select from plan_rows join plan_sections on plan_sections.id = plan_rows.section_id join plans on plans.id = plan_rows.plan_id
		where plan_rows.id = found.subject_id and ${stands} and ${visiblePlans(actor)})`,

	async present({ db }, { actor }, subjects) {
		const rows = await db.execute<{
			id: string;
			short_id: string;
			row: RowKind;
			content: Values;
			plan: string;
			lang: string;
			city: string;
			city_slug: string;
			slug: string;
		}>(sql`
			select plan_rows.id, plan_rows.short_id, plan_rows.kind as row, said.content, plans.title as plan, plans.lang,
				partners.code as city, partners.slug as city_slug, ${slugOfPlan} as slug
			from plan_rows join plan_sections on plan_sections.id = plan_rows.section_id join plans on plans.id = plan_rows.plan_id
				join partners on partners.id = plans.partner_id
				join row_revisions said on said.row_id = plan_rows.id and said.n = plan_rows.n
			where plan_rows.id = any(${sql.param(subjects)}::uuid[]) and ${stands} and ${visiblePlans(actor)}`);
		return new Map(
			rows.map(({ id, short_id: shortId, row, content, plan, lang, city, city_slug: citySlug, slug }) => {
				const href = `${hrefOfPlan({ citySlug, slug })}#${anchorOfRow({ shortId })}`;
				const { title } = content;
				const text = [title, wordsOfRow(content)].filter(Boolean).join('\n');
				return [id, { kind: 'plan-row', id, href, city, title, plan, row, name: title, lang, text }];
			})
		);
	},

	offered: null
};
