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

/** Part of a statement that records what people said (see `recordAll`): from now on they begin in this language. */
export const languagesSaid: SQL = sql`
	update people set writing_language = said.lang
	from (select distinct on (actor) actor, payload ->> 'lang' as lang from made order by actor, seq desc) said
	where people.id = said.actor and people.writing_language <> said.lang`;
