import { and, eq, ne } from 'drizzle-orm';
import type { Actor } from '#lib/model/actor.ts';
import type { Database, Transaction } from '../db/client.ts';
import { people } from '../db/schema/people.ts';

/** The language this person last chose to write in. */
export async function writingLanguage(db: Database, actor: Actor): Promise<string> {
	if (actor.kind === 'visitor') return 'en';
	const [row] = await db
		.select({ language: people.writingLanguage })
		.from(people)
		.where(eq(people.id, actor.id));
	return row?.language ?? actor.locale;
}

export async function rememberWritingLanguage(
	tx: Transaction,
	personId: string,
	language: string
): Promise<void> {
	await tx
		.update(people)
		.set({ writingLanguage: language })
		.where(and(eq(people.id, personId), ne(people.writingLanguage, language)));
}
