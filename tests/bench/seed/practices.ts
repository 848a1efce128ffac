import type { Sql } from 'postgres';
import { wordsOf } from '#lib/model/search/words.ts';
import { demoCities } from '#lib/server/demo/cities.ts';
import { stemming } from '#lib/server/search/words/stemming.ts';
import { vectorOf } from '#lib/server/search/words/vector.ts';
import { seedGround } from './ground.ts';
import { leaveIndexed } from './installations.ts';
import { networkId, personId } from './names.ts';
import { spreadTexts } from './vocabulary.ts';

export const entries = 5000;
export const themes = ['talent', 'places', 'leading', 'keeping', 'drawing'];
const tags = 40;

/** One network with 5,000 published entries of twelve cities, their facets, and their words in the index. */
export async function seedPractices(sql: Sql): Promise<void> {
	await seedGround(sql, 1);
	// As the first start of the server writes them.
	await sql`insert into kinds (kind) values ('practice'), ('practice-draft') on conflict do nothing`;
	const [network, author] = [networkId(0), personId(0)];
	for (const [n, slug] of themes.entries())
		await sql`insert into themes (id, network_id, slug, name, position)
			values (gen_random_uuid(), ${network}, ${slug}, ${sql.json({ en: slug })}, ${n + 1})`;
	const said = spreadTexts(entries * 4);
	const known = await stemming(sql, ['en'], [...new Set(said.join(' ').split(' '))].flatMap(wordsOf));
	const rows = Array.from({ length: entries }, (_, n) => {
		const texts = said.slice(n * 4, n * 4 + 4);
		const title = (texts[0] ?? '').split(' ').slice(0, 5).join(' ');
		const pitch = (texts[1] ?? '').split(' ').slice(0, 12).join(' ');
		const vector = vectorOf(
			[
				{ text: title, lang: 'en', weight: 'A' },
				{ text: pitch, lang: 'en', weight: 'B' },
				{ text: texts.join(' '), lang: 'en', weight: 'D' }
			],
			known
		);
		return { n, title, pitch, summary: texts.join(' '), vector: vector.vector };
	});
	await sql.begin(async (tx) => {
		await tx`set local synchronous_commit = off`;
		await tx`create temp table told (n int primary key, id uuid default gen_random_uuid(), title text, pitch text, summary text, vector text)
			on commit drop`;
		for (let from = 0; from < entries; from += 500)
			await tx`insert into told (n, title, pitch, summary, vector)
				select n, title, pitch, summary, vector
				from jsonb_to_recordset(${tx.json(rows.slice(from, from + 500) as never)})
					as given(n int, title text, pitch text, summary text, vector text)`;
		await tx`insert into streams (id, network_id, kind, subject_id, audience)
			select kind || ':' || id, ${network}, kind, id, array['network:' || ${network}]
			from told, unnest(array['practice', 'practice-draft']) kind`;
		await tx`insert into practices (id, network_id, partner_id, form, state, short_id, slug, draft_stream, stream, draft_n, published_n,
				begun_by, begun_at, published_at, changed_at)
			select told.id, ${network}, partners.id, case when n % 4 = 0 then 'story' else 'entry' end, 'published',
				lpad(n::text, 8, '0'), 'entry', 'practice-draft:' || told.id, 'practice:' || told.id, 1, 1, ${author},
				now(), now(), now() - n * interval '1 hour'
			from told join partners on partners.network_id = ${network} and partners.position = 1 + n % ${demoCities.length}::int`;
		await tx`insert into practice_revisions (practice_id, n, content, author_id, at)
			select id, 1, jsonb_build_object('lang', 'en', 'title', title, 'pitch', pitch), ${author}, now() from told`;
		await tx`insert into practice_facets (practice_id, network_id, audience, city, country, form, title, pitch, lang, langs, themes, tags,
				cost_from, cost_to, currency, from_year, to_year, evidence, completeness, lessons, published_at, changed_at)
			select told.id, ${network}, array['network:' || ${network}], partners.code, partners.country, practices.form, title, pitch, lang, array[lang],
				(${themes}::text[])[1 + n % 5 : 1 + n % 5 + n % 3],
				array['tag ' || n % ${tags}, 'tag ' || (n / 7) % ${tags}],
				cost, cost * 3, case when cost is null then null when n % 11 = 0 then 'NOK' else 'EUR' end,
				case when n % 6 = 0 then null else 1996 + n % 28 end, null,
				(array['measured', 'expected', 'none'])[1 + n % 3], n % 13, n % 2 = 0, practices.published_at, practices.changed_at
			from told join practices on practices.id = told.id join partners on partners.id = practices.partner_id,
				lateral (select (array['en', 'lv', 'pl', 'it', 'es'])[1 + n % 5] as lang,
					case when n % 5 = 0 then null else (1000 * (1 + n % 700))::numeric end as cost) its`;
		await tx`insert into practice_bookmarks (person_id, practice_id, at) select ${author}, id, now() from told where n % 100 = 0`;
		await tx`insert into search_entries (kind, subject_id, network_id, lasting, city, person_id, lang, at, words)
			select 'practice', practices.id, ${network}, true, facets.city, ${author}, 'en', practices.changed_at, told.vector::tsvector
			from told join practices on practices.id = told.id join practice_facets facets on facets.practice_id = told.id`;
		const words = [...new Set(said.flatMap((text) => wordsOf(text).map(({ bare }) => bare)))];
		await tx`insert into search_words (network_id, word) select ${network}, unnest(${words}::text[])`;
	});
	await leaveIndexed(sql);
}
