import type { Sql } from 'postgres';
import { wordsOf } from '#lib/model/search/words.ts';
import { stemming } from '#lib/server/search/words/stemming.ts';
import { vectorOf } from '#lib/server/search/words/vector.ts';
import { seedGround } from './ground.ts';
import { leaveIndexed } from './installations.ts';
import { networkId, streamOf } from './names.ts';
import { seedThreads } from './threads.ts';
import { spreadTexts } from './vocabulary.ts';

const meetings = 20;
const postsEach = 10_000;
/** Different texts; posts repeat them in turn. */
const texts = 5000;

/** One network with 200,000 posts, all of them and their words in the index as the product writes it. */
export async function seedSearch(sql: Sql): Promise<void> {
	await seedGround(sql, 1);
	const slugs = Array.from({ length: meetings }, (_, n) => `talk-${n}`);
	await seedThreads(
		sql,
		slugs.map((slug) => ({ slug, posts: postsEach, network: 0 }))
	);
	const said = spreadTexts(texts);
	const known = await stemming(sql, ['en'], [...new Set(said.join(' ').split(' '))].flatMap(wordsOf));
	const rows = said.map((text, n) => ({
		n,
		doc: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] },
		vector: vectorOf([{ text, lang: 'en', weight: 'D' }], known).vector
	}));
	await sql.begin(async (tx) => {
		await tx`set local synchronous_commit = off`;
		await tx`create temp table spread (n int primary key, doc jsonb, vector tsvector) on commit drop`;
		await tx`insert into spread select n, doc, vector::tsvector from jsonb_to_recordset(${sql.json(rows as never)}) as given(n int, doc jsonb, vector text)`;
		await tx`drop index search_entries_words`;
		for (const [n, slug] of slugs.entries()) {
			const stream = streamOf(slug);
			await tx`update posts set doc = spread.doc from spread where stream = ${stream} and spread.n = (posts.seq * 7 + ${n} * 131) % ${texts}`;
			await tx`
				insert into search_entries (kind, subject_id, network_id, lasting, city, person_id, lang, at, words)
				select 'post', posts.id, ${networkId(0)}, false, author_city, author_id, lang, posted_at - ${n} * interval '1 minute', spread.vector
				from posts join spread on spread.n = (posts.seq * 7 + ${n} * 131) % ${texts} where stream = ${stream}`;
		}
		const words = [...new Set(said.flatMap((text) => wordsOf(text).map(({ bare }) => bare)))];
		await tx`insert into search_words (network_id, word) select ${networkId(0)}, unnest(${words}::text[])`;
		await tx`create index search_entries_words on search_entries using gin (words) with (fastupdate = off)`;
	});
	await leaveIndexed(sql);
}
