import { and, asc, inArray, sql } from 'drizzle-orm';
import { hrefOfPlan, type PlanState } from '#lib/model/plans/plan.ts';
import type { Localized } from '#lib/model/localized.ts';
import { partners } from '../../db/schema/networks.ts';
import { plans } from '../../db/schema/plans.ts';
import { inItsLanguages } from '../../search/localized-words.ts';
import type { SearchSource } from '../../search/source.ts';
import { planHead, selectPlans } from '../find.ts';
import { visiblePlans } from '../visible.ts';

interface Row {
	id: string;
	network_id: string;
	title: string;
	lang: string;
	begun_by: string;
	changed_at: Date;
	state: PlanState;
	question: string | null;
	opened_at: Date | null;
	city: string;
	city_name: Localized;
}

/** What every plan is: the vocabulary of the search finds it by the other names in all languages, LAP and IAP among them. */
const called = [
	{ text: 'local action plan', lang: 'en', weight: 'B' },
	{ text: 'vietējais rīcības plāns', lang: 'lv', weight: 'B' }
] as const;

/** Plans by their titles and cities; a draft is found by those who read it. */
export const planSource: SearchSource = {
	kind: 'plan',
	lasting: true,
	events: [],
	all: 'select id from plans',

	async entries(db, subjects) {
		const rows = await db<Row[]>`
			select plans.id, plans.network_id, plans.title, plans.lang, plans.begun_by, plans.changed_at, plans.state, plans.question,
				plans.opened_at, partners.code as city, partners.name as city_name
			from plans join partners on partners.id = plans.partner_id where plans.id = any(${subjects}::uuid[])`;
		return rows.map(({ id, network_id, title, lang, begun_by, changed_at, question, opened_at, city, city_name }) => ({
			subject: id,
			network: network_id,
			city,
			person: begun_by,
			lang,
			at: changed_at,
			open: opened_at !== null,
			texts: [
				{ text: title, lang, weight: 'A' },
				...inItsLanguages(city_name, 'B'),
				...called,
				...(question === null ? [] : [{ text: question, lang, weight: 'D' } as const])
			]
		}));
	},

	visible: ({ actor }) => sql`exists (select from plans where plans.id = found.subject_id and ${visiblePlans(actor)})`,

	async present({ db }, { actor }, subjects) {
		const rows = await selectPlans(db, and(inArray(plans.id, subjects), visiblePlans(actor)));
		return new Map(
			rows.map((row) => {
				const plan = planHead(row);
				const { id, city, title, lang, state, consultation } = plan;
				const text = [title, consultation?.question].filter(Boolean).join('\n');
				return [id, { kind: 'plan', id, href: hrefOfPlan(plan), city, title, state, name: title, lang, text }];
			})
		);
	},

	async offered({ db }, { actor }) {
		const rows = await db
			.select({ id: plans.id })
			.from(plans)
			.innerJoin(partners, sql`${partners.id} = ${plans.partnerId}`)
			.where(visiblePlans(actor))
			.orderBy(asc(partners.position), asc(plans.begunAt), asc(plans.id));
		return rows.map(({ id }) => id);
	}
};
