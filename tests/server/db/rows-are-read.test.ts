import { randomUUID } from 'node:crypto';
import { onTestFinished } from 'vitest';
import { expect, test } from '../../support/database.ts';
import { databaseAt } from '../../support/old-database.ts';

test('who has read a section before marks of rows were kept has seen its rows as they were then', async () => {
	const old = await databaseAt(39);
	onTestFinished(() => old.drop());
	// What it refers to says nothing here.
	await old.sql`set session_replication_role = replica`;
	const at = '2026-11-20T08:00:00.123Z';
	await old.sql`insert into sections_read (section_id, person_id, n, at) values (${randomUUID()}, ${randomUUID()}, 3, ${at})`;
	await old.migrate();
	expect(await old.sql`select n, at, rows_at from sections_read`).toEqual([{ n: 3, at: new Date(at), rows_at: new Date(at) }]);
});
