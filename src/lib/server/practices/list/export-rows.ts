import { and, eq, sql } from 'drizzle-orm';
import { textOf } from '#lib/model/documents/text-map.ts';
import type { Doc } from '#lib/model/documents/doc.ts';
import { hrefOfPractice } from '#lib/model/practices/practice.ts';
import type { Database } from '../../db/client.ts';
import { practiceFacets, practiceRevisions, practices } from '../../db/schema/practices.ts';
import { visiblePublished } from '../visible.ts';
import type { ListAsking } from './list-practices.ts';

/** The best of an entry's figures. */
export type ToldEvidence = 'measured' | 'expected' | 'none';

/** An entry as it leaves in a table or as JSON. The names of its parts stay as they are: others build on them. */
export interface ExportedPractice {
	/** Whole address of its page. */
	address: string;
	form: string;
	/** Codes. */
	city: string;
	country: string;
	/** BCP 47, of title, pitch and summary. */
	language: string;
	title: string;
	pitch: string;
	summary: string;
	/** Empty where it is not told in English. */
	englishTitle: string;
	englishPitch: string;
	/** Slugs. */
	themes: string[];
	tags: string[];
	/** Decimals with a point; null where it is not told. */
	costFrom: string | null;
	costTo: string | null;
	currency: string | null;
	fromYear: number | null;
	toYear: number | null;
	evidence: ToldEvidence;
	/** Of twelve. */
	completeness: number;
	/** ISO */
	publishedAt: string;
	changedAt: string;
	/** Made up for a demo. */
	illustrative: boolean;
}

/** What leaves of these entries, in this order; who may read them is asked again. */
export async function exportedPractices(
	db: Database,
	{ person }: Pick<ListAsking, 'person'>,
	ids: string[],
	origin: string
): Promise<ExportedPractice[]> {
	const rows = await db
		.select({
			facets: practiceFacets,
			slug: practices.slug,
			shortId: practices.shortId,
			illustrative: practices.illustrative,
			summary: sql<Doc | null>`${practiceRevisions.values} -> 'summary'`
		})
		.from(practiceFacets)
		.innerJoin(practices, eq(practices.id, practiceFacets.practiceId))
		.innerJoin(practiceRevisions, and(eq(practiceRevisions.practiceId, practices.id), eq(practiceRevisions.n, practices.publishedN)))
		.where(and(sql`${practices.id} = any(${sql.param(ids)}::uuid[])`, eq(practices.state, 'published'), visiblePublished(person)));
	const known = new Map(rows.map((row) => [row.facets.practiceId, row]));
	return ids.flatMap((id) => {
		const row = known.get(id);
		if (!row) return [];
		const { facets } = row;
		return [
			{
				address: `${origin}${hrefOfPractice(row)}`,
				form: facets.form,
				city: facets.city,
				country: facets.country,
				language: facets.lang,
				title: facets.title,
				pitch: facets.pitch,
				summary: row.summary ? textOf(row.summary).trim() : '',
				englishTitle: facets.englishTitle,
				englishPitch: facets.englishPitch,
				themes: facets.themes,
				tags: facets.tags,
				costFrom: facets.costFrom,
				costTo: facets.costTo,
				currency: facets.currency,
				fromYear: facets.fromYear,
				toYear: facets.toYear,
				evidence: facets.evidence as ToldEvidence,
				completeness: facets.completeness,
				publishedAt: facets.publishedAt.toISOString(),
				changedAt: facets.changedAt.toISOString(),
				illustrative: row.illustrative
			}
		];
	});
}
