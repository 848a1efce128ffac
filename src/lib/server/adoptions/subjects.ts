import { aliasedTable, and, eq, inArray, sql } from 'drizzle-orm';
import { baseLocale, isLocale } from '#lib/i18n/locales.ts';
import { m } from '#lib/i18n/m';
import { hrefOfAdoption } from '#lib/model/adoptions/adoption.ts';
import { spoken } from '#lib/model/localized.ts';
import { hrefOfPractice } from '#lib/model/practices/practice.ts';
import { adoptions } from '../db/schema/adoptions.ts';
import { partners } from '../db/schema/networks.ts';
import { practiceRevisions, practices } from '../db/schema/practices.ts';
import type { SubjectKind } from '../threads/subjects.ts';
import { visiblePairs } from './visible.ts';

const owners = aliasedTable(partners, 'owners');

/** Pairs of cities as their threads hang on them: only who may read the thread learns its name. */
export const pairSubjects: SubjectKind = {
	kind: 'adoption',
	async present(db, actor, locale, ids) {
		const rows = await db
			.select({
				id: adoptions.id,
				slug: practices.slug,
				shortId: practices.shortId,
				code: partners.code,
				to: partners.name,
				from: owners.name,
				title: sql<string>`${practiceRevisions.values} ->> 'title'`
			})
			.from(adoptions)
			.innerJoin(practices, eq(practices.id, adoptions.practiceId))
			.innerJoin(partners, eq(partners.id, adoptions.partnerId))
			.innerJoin(owners, eq(owners.id, practices.partnerId))
			.innerJoin(
				practiceRevisions,
				and(eq(practiceRevisions.practiceId, practices.id), eq(practiceRevisions.n, practices.publishedN))
			)
			.where(and(inArray(adoptions.id, ids), visiblePairs(actor)));
		const said = { locale: isLocale(locale) ? locale : baseLocale };
		return new Map(
			rows.map(({ id, title, code, from, to, ...practice }) => {
				const name = m.adoptions_called({ from: spoken(from, locale), to: spoken(to, locale) }, said);
				return [id, { title, name, href: hrefOfAdoption(hrefOfPractice(practice), code), city: code }];
			})
		);
	}
};
