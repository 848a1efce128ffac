import type { Sql, TransactionSql } from 'postgres';
import { wordsOf } from '#lib/model/search/words.ts';
import type { SearchEntry, SearchSource } from '../source.ts';
import { stemming } from '../words/stemming.ts';
import { exact, vectorOf } from '../words/vector.ts';

interface Row {
	subject: string;
	network: string;
	city: string | null;
	person: string | null;
	lang: string;
	at: string;
	open: boolean;
	vector: string;
}
type Listed = { network: string; word: string };

/** Makes the index say of these subjects what is true now; those that cannot be found any more leave it with their words. */
export async function writeEntries(tx: TransactionSql, sql: Sql, source: SearchSource, subjects: string[]): Promise<void> {
	const before = await wordsBefore(tx, source, subjects);
	const entries = await source.entries(tx, subjects);
	const { rows, words } = await indexed(sql, entries);
	await tx`
		delete from search_entries
		where kind = ${source.kind} and subject_id = any(${subjects}::uuid[])
			and not (subject_id, network_id) in (
				select * from unnest(${rows.map(({ subject }) => subject)}::uuid[], ${rows.map(({ network }) => network)}::uuid[]))`;
	if (rows.length > 0) {
		await tx`
			insert into search_entries (kind, subject_id, network_id, lasting, city, person_id, lang, at, open, words)
			select ${source.kind}, subject, network, ${source.lasting}, city, person, lang, at, open, vector::tsvector
			from jsonb_to_recordset(${tx.json(rows as never)})
				as said(subject uuid, network uuid, city text, person uuid, lang text, at timestamptz, open boolean, vector text)
			on conflict (kind, subject_id, network_id) do update set
				city = excluded.city, person_id = excluded.person_id, lang = excluded.lang, at = excluded.at, open = excluded.open,
				words = excluded.words`;
		await tx`
			insert into search_words (network_id, word)
			select network, word from jsonb_to_recordset(${tx.json(words as never)}) as said(network uuid, word text)
			on conflict do nothing`;
	}
	const stay = new Set(words.map(({ network, word }) => `${network} ${word}`));
	await forgetUnused(
		tx,
		before.filter(({ network, word }) => !stay.has(`${network} ${word}`))
	);
}

async function indexed(sql: Sql, entries: SearchEntry[]): Promise<{ rows: Row[]; words: Listed[] }> {
	const languages = Map.groupBy(
		entries.flatMap(({ texts }) => texts),
		({ lang }) => lang
	);
	const known = new Map(
		await Promise.all(
			[...languages].map(
				async ([lang, texts]) =>
					[
						lang,
						await stemming(
							sql,
							[lang],
							texts.flatMap(({ text }) => wordsOf(text))
						)
					] as const
			)
		)
	);
	const words = new Map<string, Listed>();
	const rows = entries.map(({ texts, at, open, ...entry }) => {
		const said = vectorOf(texts, { stems: (lang, word) => known.get(lang)?.stems(lang, word) ?? [] });
		if (open) for (const word of said.words) words.set(`${entry.network} ${word}`, { network: entry.network, word });
		return { ...entry, at: at.toISOString(), open, vector: said.vector };
	});
	return { rows, words: [...words.values()] };
}

/** The words by which these subjects were found until now. */
function wordsBefore(tx: TransactionSql, { kind }: SearchSource, subjects: string[]): Promise<Listed[]> {
	return tx<Listed[]>`
		select distinct network_id as network, substr(lexeme, 2) as word
		from search_entries, unnest(words)
		where kind = ${kind} and subject_id = any(${subjects}::uuid[]) and lexeme ^@ ${exact('')}`;
}

/** A word that stands nowhere any more is not offered for a mistyped one either. */
async function forgetUnused(tx: TransactionSql, words: Listed[]): Promise<void> {
	if (words.length === 0) return;
	await tx`
		delete from search_words listed
		using jsonb_to_recordset(${tx.json(words as never)}) as gone(network uuid, word text)
		where listed.network_id = gone.network and listed.word = gone.word and not exists (
			select from search_entries entry
			where entry.network_id = gone.network and entry.open and entry.words @@ ('''' || ${exact('')} || gone.word || '''')::tsquery)`;
}
