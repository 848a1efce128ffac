import { sql } from 'drizzle-orm';
import type { Person } from '#lib/model/access/actor.ts';
import { partnerRoles } from '#lib/model/access/holds.ts';
import type { WaitingDraft } from '#lib/model/practices/listed.ts';
import { hrefOfPractice, type PracticeForm, type PracticeState } from '#lib/model/practices/practice.ts';
import type { Database } from '../../db/client.ts';
import { visibleDrafts } from '../visible.ts';

/** More of them nobody looks through above a list. */
const most = 50;

interface Row extends Record<string, unknown> {
	id: string;
	slug: string;
	short_id: string;
	city: string;
	form: PracticeForm;
	state: PracticeState;
	lang: string;
	title: string;
	at: string;
	by: string;
}

/**
 * What waits above the list: the drafts of one's own cities with changes that are not published yet, and what was submitted,
 * which the leads decide; this first, then the newest.
 */
export async function waitingDrafts(db: Database, person: Person, network: string): Promise<WaitingDraft[]> {
	const cities = person.memberships.flatMap((held) =>
		held.network === network && held.city !== null && partnerRoles.includes(held.role) ? [held.city] : []
	);
	const rows = await db.execute<Row>(sql`
		select practices.id, practices.slug, practices.short_id, partners.code as city, practices.form, practices.state,
			coalesce(newest.content ->> 'lang', 'en') as lang, newest.content ->> 'title' as title,
			to_json(newest.at) #>> '{}' as at, people.name as by
		from practices join partners on partners.id = practices.partner_id
			join practice_revisions newest on newest.practice_id = practices.id and newest.n = practices.draft_n
			join people on people.id = newest.author_id
		where practices.network_id = ${network} and ${visibleDrafts(person)}
			-- As the index of what waits says it.
			and (practices.state in ('draft', 'submitted', 'changes') or practices.draft_n > practices.published_n)
			and (practices.state = 'submitted' or partners.code = any(${sql.param(cities)}::text[])
				and (practices.state in ('draft', 'changes') or practices.state = 'published' and practices.draft_n > practices.published_n))
		order by practices.state = 'submitted' desc, newest.at desc, practices.id limit ${most}::int`);
	return rows.map(({ slug, short_id: shortId, at, ...row }) => ({
		...row,
		href: `${hrefOfPractice({ slug, shortId })}/draft`,
		at: new Date(at).toISOString()
	}));
}
