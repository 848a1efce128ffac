import { eq, sql, type SQL } from 'drizzle-orm';
import type { Actor } from '#lib/model/actor.ts';
import type { Database } from '../db/client.ts';
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

/** Part of a statement: from now on they begin in this language. */
export function rememberedLanguage(personId: string, language: string): SQL {
	return sql`update people set writing_language = ${language} where id = ${personId} and writing_language <> ${language}`;
}
