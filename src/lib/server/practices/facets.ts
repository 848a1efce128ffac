import { isTold, type PracticeValues } from '#lib/model/practices/values.ts';
import { completenessOf } from '#lib/model/practices/fields.ts';
import { practiceStream } from '#lib/model/practices/practice.ts';
import { eq } from 'drizzle-orm';
import type { Transaction } from '../db/client.ts';
import { partners } from '../db/schema/networks.ts';
import { practiceFacets } from '../db/schema/practices.ts';
import { streams } from '../db/schema/streams.ts';
import type { PracticeRow } from './find.ts';

/** Writes what a published entry is filtered and sorted by. */
export async function writeFacets(
	tx: Transaction,
	{ id, networkId, partnerId, form, ...row }: PracticeRow & { publishedAt: Date; changedAt: Date },
	values: PracticeValues
): Promise<void> {
	const [partner] = await tx.select({ city: partners.code, country: partners.country }).from(partners).where(eq(partners.id, partnerId));
	if (!partner) throw new Error(`No partner ${partnerId}`);
	const [stream] = await tx
		.select({ audience: streams.audience })
		.from(streams)
		.where(eq(streams.id, practiceStream(id)));
	if (!stream) throw new Error(`No stream of practice ${id}`);
	const { lang, title, pitch, englishTitle, englishPitch, themes, tags, cost, period, evidence } = values;
	const year = (day: { date: string } | null | undefined) => (day ? Number(day.date.slice(0, 4)) : null);
	const facets = {
		networkId,
		...stream,
		...partner,
		form,
		title,
		pitch,
		lang,
		englishTitle,
		englishPitch,
		langs: lang !== 'en' && englishTitle !== '' ? [lang, 'en'] : [lang],
		themes,
		tags,
		costFrom: cost?.from ?? cost?.to ?? null,
		costTo: cost?.to ?? cost?.from ?? null,
		currency: cost?.currency ?? null,
		fromYear: year(period?.from ?? period?.to),
		toYear: year(period?.to),
		evidence: evidence.some(({ kind }) => kind === 'measured') ? 'measured' : evidence.length > 0 ? 'expected' : 'none',
		completeness: completenessOf(values),
		lessons: isTold(values, 'lessons'),
		publishedAt: row.publishedAt,
		changedAt: row.changedAt
	};
	await tx
		.insert(practiceFacets)
		.values({ practiceId: id, ...facets })
		.onConflictDoUpdate({ target: practiceFacets.practiceId, set: facets });
}
