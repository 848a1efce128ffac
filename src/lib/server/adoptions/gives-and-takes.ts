import { and, eq, inArray, or, sql } from 'drizzle-orm';
import type { Actor } from '#lib/model/access/actor.ts';
import type { AdoptionLine, GivesAndTakes } from '#lib/model/adoptions/shown.ts';
import { foremost } from '#lib/model/people/tags.ts';
import { titleInReadersWords } from '#lib/model/practices/in-readers-words.ts';
import { emptyValues } from '#lib/model/practices/values.ts';
import type { Database } from '../db/client.ts';
import { adoptions } from '../db/schema/adoptions.ts';
import { partners } from '../db/schema/networks.ts';
import { practiceRevisions, practices } from '../db/schema/practices.ts';
import type { DeskPanel } from '../desk/panel.ts';
import type { CitySection } from '../network/city-section.ts';
import { cityOfActor } from './adoptions-of.ts';
import { addressOfPair, pairs } from './find.ts';
import { nextOf } from './present.ts';
import { visibleAdoptions } from './visible.ts';

/** What goes on first: what has a day, the nearest first, then what has none; at the end what has stopped. */
function inOrder(a: AdoptionLine, b: AdoptionLine): number {
	const late = '9999';
	return (
		Number(a.stopped !== null) - Number(b.stopped !== null) ||
		(a.next?.day?.date ?? late).localeCompare(b.next?.day?.date ?? late) ||
		b.newsAt.localeCompare(a.newsAt)
	);
}

/** What a city gives to others and takes from them, as far as this actor may read it; null where it does neither. */
export async function givesAndTakes(
	db: Database,
	actor: Actor,
	{ network, city, locale }: { network: string; city: string; locale: string }
): Promise<GivesAndTakes | null> {
	// The city that takes, and the one whose practice it is, each by its code.
	const which = or(eq(partners.code, city), sql`owners.code = ${city}`);
	const rows = await pairs(db, and(eq(adoptions.networkId, network), which, visibleAdoptions(actor)));
	if (rows.length === 0) return null;
	const titles = await db
		.select({ id: practices.id, values: practiceRevisions.values })
		.from(practices)
		.innerJoin(practiceRevisions, and(eq(practiceRevisions.practiceId, practices.id), eq(practiceRevisions.n, practices.publishedN)))
		.where(
			inArray(
				practices.id,
				rows.map(({ practiceId }) => practiceId)
			)
		);
	const named = new Map(titles.map(({ id, values }) => [id, values]));
	const lines = rows.flatMap((row): AdoptionLine[] => {
		const said = named.get(row.practiceId);
		if (!said || row.stage === null) return [];
		const { id, stage, stoppedReason: stopped, owner, newsAt } = row;
		return [
			{
				id,
				city: row.city,
				owner,
				stage,
				stopped,
				next: nextOf(row),
				newsAt: newsAt.toISOString(),
				...titleInReadersWords({ ...emptyValues, ...said }, locale),
				href: addressOfPair(row)
			}
		];
	});
	return {
		city,
		gives: lines.filter(({ owner }) => owner === city).sort(inOrder),
		takes: lines.filter((line) => line.city === city).sort(inOrder)
	};
}

/** What the desk of a city shows of it. */
export const adoptionsPanel: DeskPanel<'adoptions'> = {
	name: 'adoptions',
	async open({ db }, person, locale) {
		// Who belongs to no network gives and takes nothing.
		const network = foremost(person.memberships)?.network;
		const city = network === undefined ? null : cityOfActor(person, network);
		return network === undefined || city === null ? null : givesAndTakes(db, person, { network, city, locale });
	}
};

/** The same on the page of a city. */
export const adoptionsOfCity: CitySection<'adoptions'> = {
	name: 'adoptions',
	open: ({ db }, actor, shown) => givesAndTakes(db, actor, shown)
};
