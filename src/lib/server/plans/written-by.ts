import { sql } from 'drizzle-orm';
import { baseLocale, isLocale } from '#lib/i18n/locales.ts';
import { m } from '#lib/i18n/m';
import type { Actor } from '#lib/model/access/actor.ts';
import type { WrittenLately } from '#lib/model/people/card.ts';
import { hrefOfPlan } from '#lib/model/plans/plan.ts';
import { anchorOfSection } from '#lib/model/plans/section.ts';
import type { Database } from '../db/client.ts';
import { slugOfPlan } from './search/slug-of-plan.ts';
import { visiblePlans } from './visible.ts';

/** Sections in which somebody wrote last, each once; of drafts only who reads them is told. */
export async function sectionsWrittenBy(
	db: Database,
	actor: Actor,
	{ author, locale, most }: { author: string; locale: string; most: number }
): Promise<WrittenLately[]> {
	const rows = await db.execute<{
		id: string;
		short_id: string;
		title: string;
		lang: string;
		at: string;
		city: string;
		city_slug: string;
		slug: string;
	}>(sql`
		select plan_sections.id, plan_sections.short_id, said.title, said.lang, wrote.at, partners.code as city, partners.slug as city_slug,
			${slugOfPlan} as slug
		from (select section_id, max(at) as at from section_revisions where author_id = ${author} and n > 1 group by section_id) wrote
			join plan_sections on plan_sections.id = wrote.section_id
			join plans on plans.id = plan_sections.plan_id join partners on partners.id = plans.partner_id
			join section_revisions said on said.section_id = plan_sections.id and said.n = plan_sections.n
		where plan_sections.retired_at is null and plan_sections.hidden_at is null and ${visiblePlans(actor)}
		order by wrote.at desc, plan_sections.id limit ${most}`);
	const place = m.plans_called({}, { locale: isLocale(locale) ? locale : baseLocale });
	return rows.map(({ id, short_id: shortId, title, lang, at, city, city_slug: citySlug, slug }) => ({
		id,
		href: `${hrefOfPlan({ citySlug, slug })}#${anchorOfSection({ shortId })}`,
		place,
		city,
		at: new Date(at).toISOString(),
		lang,
		excerpt: title
	}));
}
