import type { Person } from '#lib/model/access/actor.ts';
import { facets, type Facet } from '#lib/model/practices/facets.ts';
import type { PracticeList } from '#lib/model/practices/list-address.ts';
import type { CountedValue, PracticesListed } from '#lib/model/practices/listed.ts';
import { parseQuery } from '#lib/model/search/parse-query.ts';
import { asksForSomething, type Unknown } from '#lib/model/search/query.ts';
import { wordsOf } from '#lib/model/search/words.ts';
import { named, readNames } from '../../search/named.ts';
import type { Asking } from '../../search/source.ts';
import { tolerantly } from '../../search/tolerantly.ts';
import type { Services } from '../../services.ts';
import { byTitle, type Titled } from './by-title.ts';
import { presentListed } from './present-listed.ts';
import { listStatement, totalsStatement, type ListWish, type WantedWords } from './statement.ts';

/** Entries on a page, and how many such pages stand below one another at most. */
export const onAPage = 24;
const mostTogether = 5;

export interface ListAsking {
	person: Person;
	network: string;
	locale: string;
	now: Date;
}

interface Row extends Record<string, unknown> {
	/** Whatever is chosen: all, or those that say the words. */
	shown: number;
	frank: number;
	count: number;
	counts: [facet: Facet, value: string, n: number][] | null;
	wanted: string[] | Titled[] | null;
}

/** Ids of the wanted entries, in their order, and what was counted on the way. */
interface FoundIds {
	row: Row;
	ids: string[];
	similar: string[];
	unknown: Unknown[];
}

/** What this person gets for an address of the list. */
export async function listPractices(services: Services, asking: ListAsking, list: PracticeList): Promise<PracticesListed> {
	const before = Math.max(0, list.page - mostTogether) * onAPage;
	const { row, ids, similar, unknown } = await find(services, asking, list, { before, most: list.page * onAPage - before });
	// Without words everything was looked at already.
	const [entries, { total, frank }] = await Promise.all([
		presentListed(services.db, asking, ids),
		list.q === '' ? { total: row.shown, frank: row.frank } : totalsOf(services, asking)
	]);
	const { count } = row;
	const counts = countsIn(row.counts ?? []);
	const wordless =
		count > 0 || list.q === '' ? count : (await find(services, asking, { ...list, q: '' }, { before: 0, most: 0 })).row.count;
	return { total, frank, count, wordless, before, entries, counts, meant: written(entries, similar), unknown };
}

async function totalsOf({ db }: Services, asking: ListAsking): Promise<{ total: number; frank: number }> {
	const [row] = await db.execute<{ total: number; frank: number }>(totalsStatement(asking));
	return row ?? { total: 0, frank: 0 };
}

/** The ids of everything that an address asks for, not only of its page. At most so many. */
export async function selectPractices(services: Services, asking: ListAsking, list: PracticeList, most: number): Promise<string[]> {
	return (await find(services, asking, list, { before: 0, most })).ids;
}

async function find(
	services: Services,
	asking: ListAsking,
	{ q, choice, sort }: PracticeList,
	part: { before: number; most: number }
): Promise<FoundIds> {
	const { person, network, locale } = asking;
	const ask = async (words: WantedWords | null) => {
		const wish: ListWish = { person, network, choice, words, sort, ...part };
		const [row] = await services.db.execute<Row>(listStatement(wish));
		if (!row) throw new Error('A list without counts');
		return { answer: row, count: row.shown };
	};
	const inOrder = ({ wanted }: Row): string[] => {
		if (sort !== 'title') return (wanted ?? []) as string[];
		return byTitle((wanted ?? []) as Titled[], locale).slice(part.before, part.before + part.most);
	};
	const search: Asking = { actor: person, locale, now: asking.now };
	const query = parseQuery(await readNames(services, search, q));
	const names = await named(services, search, query);
	const unknown = [...query.unknown, ...names.unknown];
	if (!asksForSomething(query)) {
		const { answer: row } = await ask(null);
		return { row, ids: inOrder(row), similar: [], unknown };
	}
	const { answer: row, similar } = await tolerantly(services, { actor: person, query }, (asked, meant) =>
		ask({ asking: search, query, asked, named: names, meant })
	);
	return { row, ids: inOrder(row), similar, unknown };
}

function countsIn(rows: [Facet, string, number][]): Record<Facet, CountedValue[]> {
	const counts = Object.fromEntries(facets.map((facet) => [facet, [] as CountedValue[]])) as Record<Facet, CountedValue[]>;
	for (const [facet, value, n] of rows) counts[facet].push({ value, n });
	return counts;
}

/** Words that were looked for instead, as they are written in what is shown: of nothing else anybody is told. */
function written(entries: { title: string; pitch: string }[], similar: string[]): string[] {
	if (similar.length === 0) return [];
	const known = new Map<string, string>();
	for (const { title, pitch } of entries)
		for (const text of [title, pitch])
			for (const { bare, start, end } of wordsOf(text)) if (!known.has(bare)) known.set(bare, text.slice(start, end));
	return similar.flatMap((word) => known.get(word) ?? []);
}
