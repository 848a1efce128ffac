import express from 'express';
import { backlog, port, sql } from './database.ts';

/** The facets as the seed fills them: what an entry says in each, and whether it is an array. */
const facets: Record<string, [of: string, many: boolean]> = {
	theme: ['themes', true],
	city: ['practice_facets.city', false],
	country: ['country::text', false],
	cost: ['cost_bands', true],
	period: [`case when from_year is null then 'none' when from_year < 2000 then 'before-2000' else (from_year / 5 * 5)::text end`, false],
	evidence: ['evidence', false],
	completeness: [
		`case when completeness >= 10 then '10-12' when completeness >= 7 then '7-9' when completeness >= 4 then '4-6' else '0-3' end`,
		false
	],
	tells: [`case when lessons then 'lessons' end`, false],
	lang: ['langs', true],
	form: ['practice_facets.form', false],
	tag: ['tags', true]
};
const names = Object.keys(facets);

/**
 * The least that counts: the published entries of the network once, and over them every count by itself, each without its own
 * condition; the newest twenty-four. Words are PostgreSQL's own query, ordered by its own rank among as many as ours.
 */
function statement(chosen: Map<string, string[]>, q: string | null): { text: string; values: unknown[] } {
	const values: unknown[] = [];
	const param = (value: unknown) => `$${values.push(value)}`;
	const wanted = new Map(
		[...chosen].map(([name, its]) => [
			name,
			facets[name]![1] ? `"${name}" && ${param(its)}::text[]` : `"${name}" = any(${param(its)}::text[])`
		])
	);
	const fitting = (but?: string) => ['true', ...[...wanted].flatMap(([name, one]) => (name === but ? [] : [one]))].join(' and ');
	const query = q === null ? null : `plainto_tsquery('english', ${param(q)})`;
	const counts = names.map((name) => {
		const source = facets[name]![1] ? `unnest("${name}")` : `"${name}"`;
		return `select '${name}' as facet, value, count(*)::int as n from (select ${source} as value from shown where ${fitting(name)}) its
			where value is not null group by value`;
	});
	const page = query
		? `select id, title, pitch, city from (
				select shown.id, shown.title, shown.pitch, shown.city, shown.words from shown where ${fitting()} order by changed_at desc limit 400) found
			order by ts_rank(words, ${query}) desc limit 24`
		: `select id, title, pitch, city from shown where ${fitting()} order by changed_at desc limit 24`;
	const text = `
		with shown as materialized (
			select practices.id, title, pitch, practice_facets.changed_at ${query ? ', words' : ''},
				${names.map((name) => `${facets[name]![0]} as "${name}"`).join(', ')}
			from practice_facets join practices on practices.id = practice_facets.practice_id
				${query ? `join search_entries on search_entries.kind = 'practice' and subject_id = practices.id and words @@ ${query}` : ''}
			where practice_facets.network_id = (select id from networks) and practices.state = 'published')
		select (select count(*)::int from shown where ${fitting()}) as count,
			(select json_agg(counted) from (${counts.join(' union all ')}) counted) as counts,
			(select json_agg(page) from (${page}) page) as entries`;
	return { text, values };
}

const app = express();
app.get('/', (_request, response) => void response.send('ready'));
app.get('/practices', async ({ url }, response) => {
	const params = new URL(url, 'http://bare').searchParams;
	const chosen = new Map(names.flatMap((name) => (params.has(name) ? [[name, params.getAll(name)] as const] : [])));
	const { text, values } = statement(chosen, params.get('q'));
	const [row] = await sql.unsafe(text, values as never[], { prepare: false });
	response.json(row);
});
app.listen(port, '127.0.0.1', backlog);
