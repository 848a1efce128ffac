import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Actor } from '#lib/model/access/actor.ts';
import { sectionAddressIn } from '#lib/model/documents/section-address.ts';
import type { SectionDoc } from '#lib/model/documents/section-doc.ts';
import { swingFilesIn } from '#lib/model/documents/section-files.ts';
import { sectionInlines } from '#lib/model/documents/section-inlines.ts';
import type { FileKind } from '#lib/model/files/kinds.ts';
import type { CitedInPlan } from '#lib/model/plans/cited.ts';
import { hrefOfPractice } from '#lib/model/practices/practice.ts';
import { titleInReadersWords } from '#lib/model/practices/in-readers-words.ts';
import { emptyValues } from '#lib/model/practices/values.ts';
import type { Database } from '../../db/client.ts';
import { practiceRevisions, practices } from '../../db/schema/practices.ts';
import { presentFile, visibleFiles } from '../../files/read.ts';
import { visiblePublished } from '../../practices/visible.ts';

interface FileRow extends Record<string, unknown> {
	id: string;
	name: string;
	kind: FileKind;
	type: string;
	size: string;
	width: number | null;
	height: number | null;
	pages: number | null;
	version: number;
}

function practicesIn(doc: SectionDoc): string[] {
	return [...sectionInlines(doc)].flatMap((inline) =>
		inline.type === 'text'
			? (inline.marks ?? []).flatMap((mark) => {
					const to = mark.type === 'link' ? sectionAddressIn(mark.attrs.href) : null;
					return to?.kind === 'practice' ? [to.id] : [];
				})
			: []
	);
}

/** What these words cite of ours, as far as this actor may see it. */
export async function citedIn(db: Database, actor: Actor, docs: readonly SectionDoc[], locale: string): Promise<CitedInPlan> {
	const [named, shown] = [[...new Set(docs.flatMap(practicesIn))], [...new Set(docs.flatMap(swingFilesIn))]];
	const [entries, files] = await Promise.all([
		named.length === 0
			? []
			: db
					.select({ id: practices.id, shortId: practices.shortId, slug: practices.slug, values: practiceRevisions.values })
					.from(practices)
					.innerJoin(
						practiceRevisions,
						and(eq(practiceRevisions.practiceId, practices.id), eq(practiceRevisions.n, practices.publishedN))
					)
					.where(and(inArray(practices.id, named), visiblePublished(actor))),
		shown.length === 0
			? []
			: db.execute<FileRow>(sql`
					select id, name, kind, type, size, width, height, pages, version from files
					where id = any(${sql.param(shown)}::uuid[]) and ${visibleFiles(actor)}`)
	]);
	return {
		practices: Object.fromEntries(
			entries.map(({ id, values, ...at }) => {
				const { title } = titleInReadersWords({ ...emptyValues, ...values }, locale);
				return [id, { href: hrefOfPractice(at), title }];
			})
		),
		files: Object.fromEntries(files.map((row) => [row.id, presentFile(row)]))
	};
}
