import { sql, type SQL } from 'drizzle-orm';
import type { Services } from '../services.ts';

/** How long every save is kept. */
const days = 30;
const usually = 1000;

/** Something of which every save is a revision, and what keeps one beyond its time. */
export interface Saved {
	/** The table of its revisions (`n`, `author_id`, `at`, `taken_back`), and the column that says of what they are. */
	revisions: SQL;
	key: SQL;
	/** The table of the things themselves, and its condition on `own` for the revision `followed` that is read now. */
	things: SQL;
	stands: SQL;
	/** Conditions on `followed` under which something points to it. */
	pointed: readonly SQL[];
	/** How the names of the commands begin that write them. */
	commands: string;
	/** Takes the words of the revisions in `gone` (`thing`, `n`) out of whatever else carries them; it returns nothing. */
	carried?: SQL;
}

/**
 * Takes away the saves older than a month to which nothing points, and with them the notes of the commands that wrote them: not what
 * is read, not the first, not the last before a pause of half an hour or before somebody else's, and neither words that were taken
 * back nor what they took the place of.
 * @param atOnce how many in one statement: others are not kept waiting for long
 * @returns how many went
 */
export async function thinSaves({ db, clock }: Pick<Services, 'db' | 'clock'>, saved: Saved, atOnce = usually): Promise<number> {
	const before = new Date(clock.now().getTime() - days * 86_400_000).toISOString();
	const thin = thinning(saved, before, atOnce);
	let all = 0;
	for (let gone = atOnce; gone === atOnce; all += gone) gone = (await db.execute(thin)).length;
	return all;
}

/** The oldest of a thing come first, so that a pause that they leave behind never parts a session. */
function thinning({ revisions, key, things, stands, pointed, commands, carried }: Saved, before: string, atOnce: number): SQL {
	const followed = sql`lead(author_id) over after as next_author, lead(at) over after as next_at, lead(taken_back) over after as next_taken_back`;
	return sql`
		with followed as (
			select ${key} as thing, n, author_id, at, taken_back, ${followed} from ${revisions} window after as (partition by ${key} order by n)),
		spare as (
			select followed.thing, followed.n from followed join ${things} own on own.id = followed.thing
			where followed.at < ${before} and followed.n > 1 and not (${stands})
				and followed.next_author = followed.author_id and followed.next_at - followed.at < interval '30 minutes'
				and followed.taken_back is null and followed.next_taken_back is null
				and not exists (select from ${revisions} later where later.${key} = followed.thing and later.taken_back = followed.n)
				${sql.join(pointed.map((one) => sql`and not exists (${one})`))}
			order by followed.thing, followed.n limit ${atOnce}),
		gone as (
			delete from ${revisions} said using spare where said.${key} = spare.thing and said.n = spare.n returning spare.thing, spare.n),
		${carried ? sql`words as (${carried}),` : sql``}
		notes as (
			delete from commands using gone where starts_with(commands.name, ${commands}) and commands.at < ${before}
				and commands.result ->> 'id' = gone.thing::text and commands.result ->> 'n' = gone.n::text)
		select from gone`;
}
