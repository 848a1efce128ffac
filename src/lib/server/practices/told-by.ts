import { and, desc, eq } from 'drizzle-orm';
import { baseLocale, isLocale } from '#lib/i18n/locales.ts';
import { m } from '#lib/i18n/m';
import type { Actor } from '#lib/model/access/actor.ts';
import type { WrittenLately } from '#lib/model/people/card.ts';
import { titleInReadersWords } from '#lib/model/practices/in-readers-words.ts';
import { hrefOfPractice } from '#lib/model/practices/practice.ts';
import type { Database } from '../db/client.ts';
import { practiceFacets, practices } from '../db/schema/practices.ts';
import { visiblePublished } from './visible.ts';

/** Entries that somebody began, from their first publication on; of drafts nothing is told. */
export async function practicesToldBy(
	db: Database,
	actor: Actor,
	{ author, locale, most }: { author: string; locale: string; most: number }
): Promise<WrittenLately[]> {
	const rows = await db
		.select({ facets: practiceFacets, slug: practices.slug, shortId: practices.shortId })
		.from(practiceFacets)
		.innerJoin(practices, eq(practices.id, practiceFacets.practiceId))
		.where(and(eq(practices.begunBy, author), eq(practices.state, 'published'), visiblePublished(actor)))
		.orderBy(desc(practiceFacets.publishedAt), practices.id)
		.limit(most);
	const said = { locale: isLocale(locale) ? locale : baseLocale };
	return rows.map(({ facets, ...row }) => {
		const { lang, title } = titleInReadersWords(facets, locale);
		return {
			id: facets.practiceId,
			href: hrefOfPractice(row),
			place: facets.form === 'story' ? m.practices_called_story({}, said) : m.practices_called_entry({}, said),
			city: facets.city,
			at: facets.publishedAt.toISOString(),
			lang,
			excerpt: title
		};
	});
}
