import { expect, test } from '../support/database.ts';

test('the database is durable as delivered and migrated', async ({ services }) => {
	const [row] = await services.sql`select current_setting('fsync') as fsync, current_setting('full_page_writes') as pages,
		current_setting('synchronous_commit') as commits, to_regclass('events') is not null as migrated`;
	expect(row).toEqual({ fsync: 'on', pages: 'on', commits: 'on', migrated: true });
});

test('every test has a database of its own', async ({ services }) => {
	await services.sql`insert into search_cursors (stream, seq) values ('meeting:here', 1)`;
	expect(await services.sql`select stream from search_cursors`).toHaveLength(1);
});

test('and finds nothing of another test in it', async ({ services }) => {
	expect(await services.sql`select stream from search_cursors`).toHaveLength(0);
});
