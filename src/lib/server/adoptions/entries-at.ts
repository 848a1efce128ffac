import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Actor } from '#lib/model/access/actor.ts';
import type { Database, Transaction } from '../db/client.ts';
import { adoptionLog, adoptions } from '../db/schema/adoptions.ts';
import { partners } from '../db/schema/networks.ts';
import { people } from '../db/schema/people.ts';
import { practiceRevisions, practices } from '../db/schema/practices.ts';
import { addressOfPair } from './find.ts';
import { visibleAdoptions } from './visible.ts';

/** Entries of logs that somebody may know of, with where they stand. */
export async function entriesAt(db: Database | Transaction, actor: Actor, ids: string[]) {
	if (ids.length === 0) return [];
	const rows = await db
		.select({
			id: adoptionLog.id,
			doc: adoptionLog.doc,
			lang: adoptionLog.lang,
			files: adoptionLog.files,
			at: adoptionLog.at,
			hiddenAt: adoptionLog.hiddenAt,
			hiddenReason: adoptionLog.hiddenReason,
			hiddenBy: adoptionLog.hiddenBy,
			author: { id: people.id, name: people.name },
			slug: practices.slug,
			shortId: practices.shortId,
			network: adoptions.networkId,
			city: partners.code,
			title: sql<string>`${practiceRevisions.values} ->> 'title'`
		})
		.from(adoptionLog)
		.innerJoin(adoptions, eq(adoptions.id, adoptionLog.adoptionId))
		.innerJoin(people, eq(people.id, adoptionLog.authorId))
		.innerJoin(partners, eq(partners.id, adoptions.partnerId))
		.innerJoin(practices, eq(practices.id, adoptions.practiceId))
		.innerJoin(practiceRevisions, and(eq(practiceRevisions.practiceId, practices.id), eq(practiceRevisions.n, practices.publishedN)))
		.where(and(inArray(adoptionLog.id, ids), visibleAdoptions(actor)));
	return rows.map(({ slug, shortId, ...row }) => {
		const href = addressOfPair({ slug, shortId, city: row.city });
		return { ...row, page: href, href: `${href}#log-${row.id}` };
	});
}
