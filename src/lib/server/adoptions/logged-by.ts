import { and, desc, eq, isNull } from 'drizzle-orm';
import { baseLocale, isLocale } from '#lib/i18n/locales.ts';
import { m } from '#lib/i18n/m';
import type { Actor } from '#lib/model/access/actor.ts';
import type { WrittenLately } from '#lib/model/people/card.ts';
import type { Database } from '../db/client.ts';
import { adoptionLog, adoptions } from '../db/schema/adoptions.ts';
import { beginningOf } from '../threads/excerpt.ts';
import { entriesAt } from './entries-at.ts';
import { visibleAdoptions } from './visible.ts';

/** What somebody wrote last into logs; nothing that is hidden. */
export async function loggedBy(
	db: Database,
	actor: Actor,
	{ author, locale, most }: { author: string; locale: string; most: number }
): Promise<WrittenLately[]> {
	const newest = await db
		.select({ id: adoptionLog.id })
		.from(adoptionLog)
		.innerJoin(adoptions, eq(adoptions.id, adoptionLog.adoptionId))
		.where(and(eq(adoptionLog.authorId, author), isNull(adoptionLog.hiddenAt), visibleAdoptions(actor)))
		.orderBy(desc(adoptionLog.at), adoptionLog.id)
		.limit(most);
	const rows = await entriesAt(
		db,
		actor,
		newest.map(({ id }) => id)
	);
	const place = m.adoptions_log_of({}, { locale: isLocale(locale) ? locale : baseLocale });
	return rows.map(({ id, href, city, at, lang, doc, files }) => ({
		id,
		href,
		place,
		city,
		at: at.toISOString(),
		lang,
		excerpt: beginningOf(doc, files)
	}));
}
