import { and, desc, eq, sql, type SQL } from 'drizzle-orm';
import type { Actor } from '#lib/model/access/actor.ts';
import { foremost } from '#lib/model/people/tags.ts';
import { titleInReadersWords } from '#lib/model/practices/in-readers-words.ts';
import type { PracticeLine } from '#lib/model/practices/shown.ts';
import { emptyValues } from '#lib/model/practices/values.ts';
import type { Database } from '../db/client.ts';
import { partners } from '../db/schema/networks.ts';
import { practiceRevisions, practices } from '../db/schema/practices.ts';
import type { DeskPanel } from '../desk/panel.ts';
import type { CitySection } from '../network/city-section.ts';
import { visibleDrafts, visiblePublished } from './visible.ts';

interface Wanted {
	/** Whether the draft is named, or what is published. */
	draft: boolean;
	which: SQL | undefined;
	locale: string;
	most: number;
}

/** Entries in a few lines, those that changed last first. */
async function linesOf(db: Database, actor: Actor, { draft, which, locale, most }: Wanted): Promise<PracticeLine[]> {
	const rows = await db
		.select({
			id: practices.id,
			city: partners.code,
			form: practices.form,
			state: practices.state,
			shortId: practices.shortId,
			slug: practices.slug,
			values: practiceRevisions.values
		})
		.from(practices)
		.innerJoin(partners, eq(partners.id, practices.partnerId))
		.innerJoin(
			practiceRevisions,
			and(eq(practiceRevisions.practiceId, practices.id), eq(practiceRevisions.n, draft ? practices.draftN : practices.publishedN))
		)
		.where(and(draft ? visibleDrafts(actor) : visiblePublished(actor), which))
		.orderBy(desc(practiceRevisions.at), desc(practices.id))
		.limit(most);
	return rows.map(({ values, ...row }) => ({ ...row, ...titleInReadersWords({ ...emptyValues, ...values }, locale) }));
}

/** What practices put on a desk. */
export const practicesPanel: DeskPanel<'practices'> = {
	name: 'practices',
	async open({ db }, person, locale) {
		const home = foremost(person.memberships)?.network;
		if (!home) return { lately: [], inHand: [] };
		const network = sql`${practices.networkId} = ${home}`;
		const [lately, inHand] = await Promise.all([
			linesOf(db, person, { draft: false, which: and(network, eq(practices.state, 'published')), locale, most: 4 }),
			linesOf(db, person, {
				draft: true,
				// A lead has in hand what waits for a decision, a city whatever it has not published.
				which: and(
					network,
					sql`(${practices.state} = 'submitted' or (${practices.state} in ('draft', 'changes') and ${ownCity(person)}))`
				),
				locale,
				most: 6
			})
		]);
		return { lately, inHand };
	}
};

function ownCity(actor: Actor): SQL {
	const codes = actor.kind === 'person' ? actor.memberships.flatMap(({ city }) => (city ? [city] : [])) : [];
	return sql`${partners.code} = any(${sql.param(codes)}::text[])`;
}

/** What practices say on the page of a city. */
export const practicesOfCity: CitySection<'practices'> = {
	name: 'practices',
	open: ({ db }, actor, { network, city, locale }) =>
		linesOf(db, actor, {
			draft: false,
			which: and(eq(practices.networkId, network), eq(partners.code, city), eq(practices.state, 'published')),
			locale,
			most: 60
		})
};
