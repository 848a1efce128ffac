import express from 'express';
import type { Doc } from '#lib/model/documents/doc.ts';
import { textMapOf } from '#lib/model/documents/text-map.ts';
import { backlog, port, sql } from './database.ts';

/** The least that searches: PostgreSQL's own query and order over as many candidates, and the words of the best twenty. */
const statement = `
	select posts.seq, posts.posted_at as at, people.name, posts.lang, posts.doc
	from (
		select subject_id, ts_rank(words, query) as rank from (
			select subject_id, words, query from search_entries, plainto_tsquery('english', $1) query
			where network_id = (select id from networks) and words @@ query order by lasting desc, at desc limit 400) found
		order by rank desc limit 20) best
	join posts on posts.id = best.subject_id join people on people.id = posts.author_id
	order by best.rank desc`;

interface Row {
	seq: string;
	at: Date;
	name: string;
	lang: string;
	doc: Doc;
}

const app = express();
app.get('/', (_request, response) => void response.send('ready'));
app.get('/search', async ({ query: { q } }, response) => {
	// Planned for its very words: a prepared one goes wrong with common ones.
	const rows = (await sql.unsafe(statement, [String(q)], { prepare: false })) as unknown as Row[];
	response.json({ hits: rows.map(({ doc, ...row }) => ({ ...row, text: textMapOf(doc).text })) });
});
app.listen(port, '127.0.0.1', backlog);
