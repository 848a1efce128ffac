import { excerptOf } from '#lib/model/search/excerpt.ts';
import type { Kind } from '#lib/model/search/kinds.ts';
import { parseQuery } from '#lib/model/search/parse-query.ts';
import { asksForSomething, type Query } from '#lib/model/search/query.ts';
import type { Hit, Results } from '#lib/model/search/results.ts';
import { readNetworks } from '../meetings/visible.ts';
import type { Services } from '../services.ts';
import { named, type Named } from './named.ts';
import type { Asking, Shown } from './source.ts';
import { sourceOf } from './sources.ts';
import { mostCandidates, searchStatement } from './statement.ts';
import { unprepared } from './unprepared.ts';
import { askedOf, type Asked } from './words/asked.ts';
import { wordsMeant } from './words/meant.ts';
import { any, lexeme } from './words/tsquery.ts';
import { exact } from './words/vector.ts';

export const onAPage = 20;
/** When fewer are found, what may have been meant is looked for too. */
const few = 3;

interface Row {
	counts: Partial<Record<Kind, number>> | null;
	candidates: number;
	hits: { kind: Kind; id: string; forms: string[] | null }[] | null;
}

export interface Searching {
	/** What stands in the box. */
	text: string;
	/** Pages before the wanted one. */
	skip?: number;
	most?: number;
}

/** What this actor finds by what was typed. */
export async function search(services: Services, asking: Asking, { text, skip = 0, most = onAPage }: Searching): Promise<Results> {
	const query = parseQuery(text);
	const names = await named(services, asking, query);
	const unknown = [...query.unknown, ...names.unknown];
	if (!asksForSomething(query)) return { hits: [], count: 0, more: false, counts: {}, meant: [], unknown };
	const { row, meant } = await found(services, asking, { query, names, from: skip * onAPage, most });
	const counts = row.counts ?? {};
	return {
		hits: await shown(services, asking, row.hits ?? []),
		count: Object.values(counts).reduce((sum, n) => sum + n, 0),
		more: row.candidates >= mostCandidates,
		counts,
		meant,
		unknown
	};
}

interface Wanted {
	query: Query;
	names: Named;
	from: number;
	most: number;
}

/** By the words as they are; when that is little, also by words that may have been meant. */
async function found(services: Services, asking: Asking, { query, names, from, most }: Wanted): Promise<{ row: Row; meant: string[] }> {
	const { sql } = services;
	const ask = async (asked: Asked, meant: string | null): Promise<Row> => {
		const [row] = await unprepared<Row>(sql, searchStatement({ asking, query, asked, meant, named: names, from, most }));
		return row ?? { counts: null, candidates: 0, hits: null };
	};
	const asked = await askedOf(sql, query);
	const row = await ask(asked, null);
	if (row.candidates >= few || asked.typed.length === 0) return { row, meant: [] };
	const similar = await wordsMeant(sql, readNetworks(asking.actor), asked.typed);
	if (similar.size === 0) return { row, meant: [] };
	const words = [...similar.values()].flat();
	const more = await ask(await askedOf(sql, query, similar), any(words.map((word) => lexeme(exact(word)))));
	const forms = new Set((more.hits ?? []).flatMap((hit) => hit.forms ?? []));
	return { row: more, meant: words.filter((word) => forms.has(word)) };
}

/** What is told of the hits, in their order. Who may see them was asked a moment ago, and is asked again. */
async function shown(services: Services, asking: Asking, hits: NonNullable<Row['hits']>): Promise<Hit[]> {
	const known = new Map<string, Shown>();
	await Promise.all(
		[...Map.groupBy(hits, ({ kind }) => kind)].map(async ([kind, its]) => {
			for (const [id, one] of await sourceOf(kind).present(services, asking, its.map(({ id }) => id))) known.set(`${kind} ${id}`, one);
		})
	);
	return hits.flatMap(({ kind, id, forms }) => {
		const one = known.get(`${kind} ${id}`);
		if (!one) return [];
		const { text, ...told } = one;
		return [{ ...told, excerpt: excerptOf(text, forms ?? []), marks: forms ?? [] }];
	});
}
