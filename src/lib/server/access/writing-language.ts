import { sql, type SQL } from 'drizzle-orm';

/** Part of a statement that records what people said (see `recordAll`): from now on they begin in this language. */
export const languagesSaid: SQL = sql`
	update people set writing_language = said.lang
	from (select distinct on (actor) actor, payload ->> 'lang' as lang from made order by actor, seq desc) said
	where people.id = said.actor and people.writing_language <> said.lang`;
