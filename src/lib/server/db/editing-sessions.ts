import { sql, type SQL } from 'drizzle-orm';

/** One writing: revisions of one person with less than half an hour between them, or older words taken back. */
export interface EditingSession extends Record<string, unknown> {
	/** Id of what was written in. */
	subject: string;
	author_id: string;
	from_n: number;
	to_n: number;
	/** When it began and ended. */
	begun_at: string;
	at: string;
	/** The older revision whose words came back. */
	taken_back: number | null;
}

/**
 * Groups revisions into the sessions in which they were written, the newest first.
 * @param revisions a query over `subject`, `n`, `author_id`, `at` and `taken_back`
 */
export function editingSessions(revisions: SQL, most: number): SQL {
	return sql`
		with said as (${revisions}),
		beside as (
			select *, lag(author_id) over before as last_author, lag(at) over before as last_at, lag(taken_back) over before as last_taken_back
			from said window before as (partition by subject order by n)),
		numbered as (
			select *, count(*) filter (where not coalesce(
				author_id = last_author and at - last_at < interval '30 minutes' and taken_back is null and last_taken_back is null, false))
				over (partition by subject order by n) as session
			from beside)
		select subject, author_id, min(n) as from_n, max(n) as to_n, min(at) as begun_at, max(at) as at, max(taken_back) as taken_back
		from numbered group by subject, session, author_id order by max(at) desc, subject, max(n) desc limit ${most}`;
}
