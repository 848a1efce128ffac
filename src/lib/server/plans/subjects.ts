import { and, eq, inArray } from 'drizzle-orm';
import { baseLocale, isLocale } from '#lib/i18n/locales.ts';
import { m } from '#lib/i18n/m';
import type { Actor } from '#lib/model/access/actor.ts';
import { hrefOfPlan, hrefOfTalk, planDraftStream, planStream } from '#lib/model/plans/plan.ts';
import type { Database, Transaction } from '../db/client.ts';
import { planSections } from '../db/schema/plan-sections.ts';
import { plans } from '../db/schema/plans.ts';
import type { PresentSubject, SubjectKind } from '../threads/subjects.ts';
import { atPlanAddress, planHead, selectPlans } from './find.ts';
import { visibleOpenPlans, visiblePlanDrafts } from './visible.ts';

type Of = 'draft' | 'open';

const visible = (actor: Actor, of: Of) => (of === 'draft' ? visiblePlanDrafts(actor) : visibleOpenPlans(actor));

async function present(
	db: Database | Transaction,
	actor: Actor,
	locale: string,
	ids: string[],
	of: Of
): Promise<Map<string, PresentSubject>> {
	const rows = await selectPlans(db, and(inArray(plans.id, ids), visible(actor, of)));
	const said = { locale: isLocale(locale) ? locale : baseLocale };
	const name = of === 'draft' ? m.plans_called_draft({}, said) : m.plans_called({}, said);
	return new Map(rows.map(planHead).map((plan) => [plan.id, { title: plan.title, name, href: hrefOfTalk(plan, of), city: plan.city }]));
}

function at(of: Of): SubjectKind['at'] {
	return async (db, actor, locale, [room, city = '', slug = '', page, ...rest]) => {
		if (room !== 'plans' || page !== (of === 'draft' ? 'draft' : 'talk') || rest.length > 0) return null;
		const [row] = await selectPlans(db, and(atPlanAddress({ city, slug }), visible(actor, of)));
		if (!row) return null;
		const plan = planHead(row);
		const subject = (await present(db, actor, locale, [plan.id], of)).get(plan.id);
		const label = m.plans_title({}, { locale: isLocale(locale) ? locale : baseLocale });
		const stream = of === 'draft' ? planDraftStream(plan.id) : planStream(plan.id);
		const trail = [
			{ href: '/plans', label },
			{ href: hrefOfPlan(plan), label: plan.title }
		];
		return subject ? { ...subject, stream, trail } : null;
	};
}

/** Discussions can be about a section: `s-<shortId>`. */
async function sectionsOf(db: Database, id: string): Promise<string[]> {
	const rows = await db.select({ shortId: planSections.shortId }).from(planSections).where(eq(planSections.planId, id));
	return rows.map(({ shortId }) => `s-${shortId}`);
}

export const planSubjects: readonly SubjectKind[] = [
	{ kind: 'plan', at: at('open'), parts: sectionsOf, present: (db, actor, locale, ids) => present(db, actor, locale, ids, 'open') },
	{
		kind: 'plan-draft',
		at: at('draft'),
		parts: sectionsOf,
		present: (db, actor, locale, ids) => present(db, actor, locale, ids, 'draft')
	}
];
