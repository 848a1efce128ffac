import { and, eq, inArray, sql } from 'drizzle-orm';
import { baseLocale, isLocale } from '#lib/i18n/locales.ts';
import { m } from '#lib/i18n/m';
import { discussedFields } from '#lib/model/practices/fields.ts';
import { draftStream, hrefOfPractice, practiceStream } from '#lib/model/practices/practice.ts';
import type { Database, Transaction } from '../db/client.ts';
import type { Actor } from '#lib/model/access/actor.ts';
import { partners } from '../db/schema/networks.ts';
import { practiceRevisions, practices } from '../db/schema/practices.ts';
import type { PresentSubject, SubjectKind } from '../threads/subjects.ts';
import { shortIdIn } from './find.ts';
import { visibleDrafts, visiblePublished } from './visible.ts';

/** Entries, or their drafts, as threads and notifications name them. */
async function present(
	db: Database | Transaction,
	actor: Actor,
	locale: string,
	ids: string[],
	draft: boolean
): Promise<Map<string, PresentSubject>> {
	const n = draft ? practices.draftN : practices.publishedN;
	const rows = await db
		.select({
			id: practices.id,
			slug: practices.slug,
			shortId: practices.shortId,
			form: practices.form,
			city: partners.code,
			title: sql<string>`${practiceRevisions.values} ->> 'title'`
		})
		.from(practices)
		.innerJoin(partners, eq(partners.id, practices.partnerId))
		.innerJoin(practiceRevisions, and(eq(practiceRevisions.practiceId, practices.id), eq(practiceRevisions.n, n)))
		.where(and(inArray(practices.id, ids), draft ? visibleDrafts(actor) : visiblePublished(actor)));
	const said = { locale: isLocale(locale) ? locale : baseLocale };
	return new Map(
		rows.map(({ id, title, city, form, ...row }) => {
			const name = form === 'story' ? m.practices_called_story({}, said) : m.practices_called_entry({}, said);
			const href = hrefOfPractice(row);
			return [
				id,
				{ title, name: draft ? m.practices_called_draft({ name }, said) : name, href: draft ? `${href}/draft` : href, city }
			];
		})
	);
}

/** Addresses follow the title, and what was linked to before still leads to the same: the short id tells. */
function at(draft: boolean): SubjectKind['at'] {
	return async (db, actor, locale, [room, address = '', ...rest]) => {
		const shortId = shortIdIn(address);
		if (room !== 'practices' || !shortId || rest.join('/') !== (draft ? 'draft' : '')) return null;
		const [row] = await db
			.select({ id: practices.id })
			.from(practices)
			.where(and(eq(practices.shortId, shortId), draft ? visibleDrafts(actor) : visiblePublished(actor)));
		if (!row) return null;
		const subject = (await present(db, actor, locale, [row.id], draft)).get(row.id);
		const label = m.practices_title({}, { locale: isLocale(locale) ? locale : baseLocale });
		const stream = draft ? draftStream(row.id) : practiceStream(row.id);
		return subject ? { ...subject, stream, trail: [{ href: '/practices', label }] } : null;
	};
}

export const practiceSubjects: SubjectKind = {
	kind: 'practice',
	at: at(false),
	parts: discussedFields,
	present: (db, actor, locale, ids) => present(db, actor, locale, ids, false)
};

export const draftSubjects: SubjectKind = {
	kind: 'practice-draft',
	at: at(true),
	parts: discussedFields,
	present: (db, actor, locale, ids) => present(db, actor, locale, ids, true)
};
