import { and, eq, sql } from 'drizzle-orm';
import type { Actor } from '#lib/model/access/actor.ts';
import type { Citable } from '#lib/model/plans/citable.ts';
import { evidenceAddress, fileAddress, practiceAddress } from '#lib/model/documents/section-address.ts';
import type { FileKind } from '#lib/model/files/kinds.ts';
import { titleInReadersWords } from '#lib/model/practices/in-readers-words.ts';
import { emptyValues } from '#lib/model/practices/values.ts';
import type { Database } from '../../db/client.ts';
import { practiceRevisions, practices } from '../../db/schema/practices.ts';
import { visibleFiles } from '../../files/read.ts';
import { visiblePublished } from '../../practices/visible.ts';
import { findPlan } from '../find.ts';

/**
 * What the words of a plan can cite: practices of its network and their evidence, and files that the plan holds, as far as this
 * actor may see them.
 * @throws NotFound where they may not know of the plan
 */
export async function citableIn(db: Database, actor: Actor, address: { city: string; slug: string }, locale: string): Promise<Citable[]> {
	const { id, network } = await findPlan(db, actor, address);
	const [entries, files] = await Promise.all([
		db
			.select({
				id: practices.id,
				city: sql<string>`(select code from partners where id = ${practices.partnerId})`,
				values: practiceRevisions.values
			})
			.from(practices)
			.innerJoin(
				practiceRevisions,
				and(eq(practiceRevisions.practiceId, practices.id), eq(practiceRevisions.n, practices.publishedN))
			)
			.where(and(eq(practices.networkId, network), visiblePublished(actor))),
		db.execute<{ id: string; name: string; kind: FileKind }>(sql`
			select files.id, files.name, files.kind from file_uses own join files on files.id = own.file_id
			where own.subject_kind = 'plan' and own.subject_id = ${id} and ${visibleFiles(actor)} order by own.position`)
	]);
	const cited = entries.flatMap(({ id: practice, city, values }): Citable[] => {
		const said = { ...emptyValues, ...values };
		const { title, lang } = titleInReadersWords(said, locale);
		return [
			{ kind: 'practice', href: practiceAddress(practice), title, lang, of: city, file: null },
			...said.evidence.map(({ what }): Citable => ({
				kind: 'evidence',
				href: evidenceAddress(practice),
				title: what,
				lang: said.lang,
				of: title,
				file: null
			}))
		];
	});
	const held = files.map(({ id: file, name, kind }): Citable => ({
		kind: 'file',
		href: fileAddress(file),
		title: name,
		lang: null,
		of: null,
		file: kind
	}));
	return [...held, ...cited.sort((one, other) => one.title.localeCompare(other.title, locale))];
}
