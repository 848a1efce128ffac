import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { spokenLanguages } from '#lib/i18n/spoken-languages.ts';
import type { Person } from '#lib/model/access/actor.ts';
import { cleanLine } from '#lib/model/documents/clean.ts';
import { longestLine, tickedIn, type OwnCard } from '#lib/model/people/own-card.ts';
import { seenByChoices } from '#lib/model/people/seen-by.ts';
import { readTelephone } from '#lib/model/people/telephone.ts';
import { people } from '../db/schema/people.ts';
import { NotFound } from '../platform/errors.ts';
import { parse } from '../platform/parse.ts';
import type { Services } from '../services.ts';

const telephoneField = z
	.string()
	.max(1000)
	.transform(cleanLine)
	.refine((typed) => typed.length <= 60, 'too_long')
	.transform((typed, context) => {
		if (typed === '') return null;
		const telephone = readTelephone(typed);
		if (telephone === null) context.addIssue({ code: 'custom', message: 'telephone' });
		return telephone;
	});

const ownCard = z.object({
	does: z
		.string()
		.max(10_000)
		.transform(cleanLine)
		.refine((line) => line.length <= longestLine, 'too_long'),
	languages: z.array(z.enum(spokenLanguages)),
	telephone: telephoneField,
	emailSeenBy: z.enum(seenByChoices),
	telephoneSeenBy: z.enum(seenByChoices)
});

/** What somebody tells of themselves on their card. */
export async function findOwnCard({ db }: Services, person: Person): Promise<OwnCard> {
	const [row] = await db
		.select({
			does: people.does,
			languages: people.languages,
			telephone: people.telephone,
			emailSeenBy: people.emailSeenBy,
			telephoneSeenBy: people.telephoneSeenBy
		})
		.from(people)
		.where(eq(people.id, person.id));
	if (!row) throw new NotFound();
	return { ...row, telephone: row.telephone ?? '' };
}

/**
 * Changes it, all at once.
 * @param fields as the form sends them
 * @throws Invalid
 */
export async function changeOwnCard({ db }: Services, person: Person, fields: Record<string, unknown>): Promise<void> {
	const changed = parse(ownCard, { ...fields, languages: tickedIn(fields) });
	await db.update(people).set(changed).where(eq(people.id, person.id));
}
