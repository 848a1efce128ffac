import { aliasedTable, and, eq, inArray, sql, type SQL } from 'drizzle-orm';
import { baseLocale, isLocale } from '#lib/i18n/locales.ts';
import { m } from '#lib/i18n/m';
import type { Actor } from '#lib/model/access/actor.ts';
import { hrefOfAdoption } from '#lib/model/adoptions/adoption.ts';
import { spoken } from '#lib/model/localized.ts';
import { none } from '#lib/model/noun.ts';
import { hrefOfPractice } from '#lib/model/practices/practice.ts';
import type { Database, Transaction } from '../db/client.ts';
import { adoptions } from '../db/schema/adoptions.ts';
import { partners } from '../db/schema/networks.ts';
import { practiceRevisions, practices } from '../db/schema/practices.ts';
import { shortIdIn } from '../practices/find.ts';
import type { PresentSubject, SubjectKind } from '../threads/subjects.ts';
import { visiblePairs } from './visible.ts';

const owners = aliasedTable(partners, 'owners');

async function named(db: Database | Transaction, actor: Actor, locale: string, which: SQL | undefined) {
	const rows = await db
		.select({
			id: adoptions.id,
			stream: adoptions.stream,
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
		.innerJoin(practiceRevisions, and(eq(practiceRevisions.practiceId, practices.id), eq(practiceRevisions.n, practices.publishedN)))
		.where(and(which, visiblePairs(actor)));
	const said = { locale: isLocale(locale) ? locale : baseLocale };
	return rows.map(({ id, stream, title, code, from, to, ...practice }) => {
		const name = m.adoptions_called({ from: spoken(from, locale), to: spoken(to, locale) }, said);
		const above = hrefOfPractice(practice);
		const subject: PresentSubject = { title, name, href: hrefOfAdoption(above, code), city: code };
		return { id, stream, above, subject, title };
	});
}

/** Pairs of cities as their threads hang on them: only who may read the thread learns its name. */
export const pairSubjects: SubjectKind = {
	kind: 'adoption',
	parts: none,
	async at(db, actor, locale, [room, slug = '', below, city, ...rest]) {
		const shortId = shortIdIn(slug);
		if (room !== 'practices' || below !== 'adoptions' || !city || rest.length > 0 || !shortId) return null;
		const [found] = await named(db, actor, locale, and(eq(practices.shortId, shortId), eq(partners.code, city)));
		if (!found) return null;
		const { stream, subject, above, title } = found;
		const list = { href: '/practices', label: m.practices_title({}, { locale: isLocale(locale) ? locale : baseLocale }) };
		return { ...subject, stream, trail: [list, { href: above, label: title }] };
	},
	async present(db, actor, locale, ids) {
		const found = await named(db, actor, locale, inArray(adoptions.id, ids));
		return new Map(found.map(({ id, subject }) => [id, subject]));
	}
};
