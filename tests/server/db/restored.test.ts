import postgres, { type Sql } from 'postgres';
import { inject } from 'vitest';
import { expect, test } from '../../support/database.ts';
import { restore } from '../../support/restorable.ts';

/** Every row of what tests write in most, in an order of its own. */
async function held(sql: Sql): Promise<unknown> {
	const tables = ['people', 'posts', 'events', 'streams', 'plan_sections', 'section_revisions', 'practice_revisions'];
	const rows = await Promise.all(
		tables.map((table) => sql.unsafe(`select jsonb_agg(to_jsonb(t) order by to_jsonb(t)::text) as rows from ${table} t`))
	);
	return rows.map(([row]) => row);
}

test('a copy of the demo goes back to what it was, whatever was written, changed or deleted in it', async ({ databases }) => {
	const { url, giveBack } = await databases.take(inject('postgres').demo);
	const sql = postgres(url, { max: 1, onnotice: () => {} });
	try {
		const before = await held(sql);
		for (const change of [
			'insert into section_revisions select section_id, n + 100, title, lang, doc, author_id, at from section_revisions limit 5',
			"update people set name = name || ' changed'",
			'delete from events where seq = 1',
			'select 1'
		]) {
			const [counted] = await sql.unsafe(
				`with changed as (${change} ${change.startsWith('select') ? '' : 'returning 1'}) select count(*)::int as n from changed`
			);
			expect(counted?.n, change).toBeGreaterThan(0);
			expect(await restore(sql), change).toBe(true);
			expect(await held(sql), change).toEqual(before);
		}
	} finally {
		await sql.end();
		giveBack();
	}
});
