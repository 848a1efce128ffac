import { randomUUID } from 'node:crypto';
import { onTestFinished } from 'vitest';
import { expect, test } from '../../support/database.ts';
import { databaseAt } from '../../support/old-database.ts';
import { saying } from '../../support/saying.ts';

test('after the update that makes one word of a number the index reads anew what holds numbers, and nothing else', async () => {
	const old = await databaseAt(23);
	onTestFinished(() => old.drop());
	const { sql: db } = old;
	const [network, person, stream, at] = [randomUUID(), randomUUID(), 'meeting:x', '2026-11-20T08:00:00Z'];
	await db`insert into networks (id, slug, name, motto, funding_line, about, created_at) values (${network}, 'n', 'N', '{}', '{}', '{}', ${at})`;
	await db`insert into streams (id, seq, network_id, kind, subject_id, audience) values (${stream}, 3, ${network}, 'meeting', ${randomUUID()}, '{}')`;
	await db`insert into people (id, email, name, locale, time_zone, writing_language, created_at) values (${person}, 'a@x.example', 'Ilze', 'lv', 'Europe/Riga', 'lv', ${at})`;
	const posts = { amount: randomUUID(), narrow: randomUUID(), year: randomUUID() };
	const texts = { amount: 'Tāme 3 400,50', narrow: 'Tāme 3\u202f400', year: 'Plāns 2017, 12 pilsētas' };
	for (const [n, [name, id]] of Object.entries(posts).entries())
		await db`
			insert into posts (id, stream, seq, author_id, author_role, posted_at, lang, doc)
			values (${id}, ${stream}, ${n + 1}, ${person}, 'lead', ${at}, 'lv', ${db.json(saying(texts[name as keyof typeof texts]) as never)})`;
	await db`delete from search_due`;
	await old.migrate();
	const due = await db<{ subject: string }[]>`select subject_id as subject from search_due where kind = 'post'`;
	expect(due.map(({ subject }) => subject).sort()).toEqual([posts.amount, posts.narrow].sort());
});
