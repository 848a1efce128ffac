import { excerptOf, lineOf } from '#lib/model/search/excerpt.ts';
import type { Kind } from '#lib/model/search/kinds.ts';
import { parseQuery } from '#lib/model/search/parse-query.ts';
import { asksForSomething, type Query } from '#lib/model/search/query.ts';
import type { Hit, Results } from '#lib/model/search/results.ts';
import { wordsOf } from '#lib/model/search/words.ts';
import type { Services } from '../services.ts';
import { named, readNames, type Named } from './named.ts';
import type { Asking, Shown } from './source.ts';
import { sourceOf } from './sources.ts';
import { mostCandidates, searchStatement } from './statement.ts';
import { tolerantly } from './tolerantly.ts';
import type { Asked } from './words/asked.ts';
import { marksIn } from './words/marks.ts';

export const resultsOnAPage = 20;

interface Row extends Record<string, unknown> {
	/** Null where there are too many to be counted. */
	counts: Partial<Record<Kind, number>> | null;
	candidates: number;
	hits: { kind: Kind; id: string }[] | null;
}

export interface Searching {
	/** What stands in the box. */
	text: string;
	/** Pages before the wanted one. */
	skip?: number;
	most?: number;
}

/** What this actor finds by what was typed. */
export async function search(services: Services, asking: Asking, { text, skip = 0, most = resultsOnAPage }: Searching): Promise<Results> {
	const read = await readNames(services, asking, text);
	const query = parseQuery(read);
	const names = await named(services, asking, query);
	const unknown = [...query.unknown, ...names.unknown];
	if (!asksForSomething(query)) return { hits: [], count: 0, more: false, counts: {}, meant: [], unknown, read };
	const { row, asked, similar } = await found(services, asking, { query, names, from: skip * resultsOnAPage, most });
	const counts = row.counts ?? {};
	const there = await shown(services, asking, row.hits ?? []);
	const hits = await marked(services, there, asked);
	const stand = new Map(similar.length > 0 ? hits.flatMap((hit, n) => wordsShown(there[n]!, hit)) : []);
	return {
		hits,
		count: row.candidates < mostCandidates ? Object.values(counts).reduce((sum, n) => sum + n, 0) : hits.length && mostCandidates,
		more: row.candidates >= mostCandidates,
		counts,
		meant: similar.flatMap((word) => stand.get(word) ?? []),
		unknown,
		read
	};
}

interface Wanted {
	query: Query;
	names: Named;
	from: number;
	most: number;
}

interface FoundRow {
	row: Row;
	/** What was asked in the end. */
	asked: Asked;
	/** Words that were asked for instead of the typed ones. */
	similar: string[];
}

async function found(services: Services, asking: Asking, { query, names, from, most }: Wanted): Promise<FoundRow> {
	const { answer, ...asked } = await tolerantly(services, { actor: asking.actor, query }, async (asked, meant) => {
		const [row] = await services.db.execute<Row>(searchStatement({ asking, query, asked, meant, named: names, from, most }));
		const answer = row ?? { counts: null, candidates: 0, hits: null };
		return { answer, count: answer.candidates };
	});
	return { row: answer, ...asked };
}

/** What is told of the hits, in their order. Who may see them was asked a moment ago, and is asked again. */
async function shown(services: Services, asking: Asking, hits: NonNullable<Row['hits']>): Promise<Shown[]> {
	const known = new Map<string, Shown>();
	await Promise.all(
		[...Map.groupBy(hits, ({ kind }) => kind)].map(async ([kind, its]) => {
			const ids = its.map(({ id }) => id);
			for (const [id, one] of await sourceOf(kind).present(services, asking, ids)) known.set(`${kind} ${id}`, one);
		})
	);
	return hits.flatMap(({ kind, id }) => known.get(`${kind} ${id}`) ?? []);
}

/** The same with the parts of their texts that were asked for. */
async function marked({ sql }: Services, there: Shown[], asked: Asked): Promise<Hit[]> {
	const lines = there.map(({ text, lang }) => ({ ...lineOf(text), lang }));
	const marks = await marksIn(sql, lines, asked);
	return there.map(({ text: _, name: __, ...told }, n) => {
		const its = marks[n] ?? [];
		return { ...told, excerpt: excerptOf(lines[n] ?? lineOf(''), its), marks: its };
	});
}

/** Only what is shown may be told of the words that were meant, and they are told as they are written there. */
function wordsShown({ name }: Shown, { excerpt }: Hit): [bare: string, written: string][] {
	const text = [name ?? '', ...excerpt.map(({ text }) => text)].join(' ');
	return wordsOf(text).map(({ bare, start, end }) => [bare, text.slice(start, end)]);
}
