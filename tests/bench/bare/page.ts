import express from 'express';
import type { Doc } from '#lib/model/documents/doc.ts';
import { textMapOf } from '#lib/model/documents/text-map.ts';
import { backlog, port, sql } from './database.ts';

/** The least that shows a thread: the same rows read, the same words put one after another. */
interface Row {
	seq: string;
	at: Date;
	name: string;
	city: string | null;
	lang: string;
	doc: Doc;
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string) => text.replace(/[&<>"]/g, (one) => escapes[one] ?? one);

function item({ seq, at, name, city, lang, doc }: Row): string {
	const paragraphs = textMapOf(doc)
		.text.split('\n')
		.map((text) => `<p>${escaped(text)}</p>`);
	return `<li id="p-${seq}"><b>${escaped(name)}</b> ${city} <time datetime="${at.toISOString()}">${at.toISOString().slice(11, 16)}</time><div lang="${lang}">${paragraphs.join('')}</div></li>`;
}

const app = express();
app.get('/', (_request, response) => void response.send('ready'));
app.get('/meetings/:slug', async ({ params: { slug } }, response) => {
	const rows = await sql<Row[]>`
		select posts.seq, posts.posted_at as at, people.name, posts.author_city as city, posts.lang, posts.doc
		from posts join people on people.id = posts.author_id
		where posts.stream = (select stream from meetings where slug = ${slug})
		order by posts.seq desc limit 200`;
	const items = rows.reverse().map(item).join('');
	response.send(
		`<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Meeting</title></head><body><main><h1>Meeting</h1><ol>${items}</ol></main></body></html>`
	);
});
app.listen(port, '127.0.0.1', backlog);
