import { setImmediate } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { vi } from 'vitest';
import { connect } from '#lib/server/db/client.ts';
import { expect, test } from '../../support/database.ts';

test('transactions whose connections break fail, are undone, and leave the pool whole', async ({ database }) => {
	const { db, sql: beside, close } = connect(database, { max: 4 });
	await beside`create table done (n int)`;
	const uncaught = vi.fn();
	process.on('uncaughtException', uncaught);
	try {
		for (let round = 0; round < 5; round += 1) {
			const works = Array.from({ length: 8 }, (_, n) =>
				db.transaction(async (tx) => {
					await tx.execute(sql`insert into done values (${n})`);
					await tx.execute(sql`select pg_sleep(10)`);
				})
			);
			const outcomes = Promise.allSettled(works);
			await vi.waitFor(async () => {
				const [{ sleeping } = { sleeping: 0 }] = await beside<{ sleeping: number }[]>`
					select count(*)::int as sleeping from pg_stat_activity where datname = current_database() and wait_event = 'PgSleep'`;
				expect(sleeping).toBe(4);
			});
			const nextTurn = () => setImmediate(undefined);
			await vi.waitFor(
				async () => {
					await beside`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`;
					expect(await Promise.race([outcomes, nextTurn()])).toBeDefined();
				},
				{ timeout: 10_000 }
			);
			expect((await outcomes).map(({ status }) => status)).toEqual(works.map(() => 'rejected'));
		}
		expect(
			await Promise.all(Array.from({ length: 8 }, () => db.transaction((tx) => tx.execute(sql`select count(*)::int as n from done`))))
		).toEqual(Array.from({ length: 8 }, () => [{ n: 0 }]));
		expect(uncaught).not.toHaveBeenCalled();
	} finally {
		process.off('uncaughtException', uncaught);
		await close();
	}
});

test('a transaction holds its connection however many queries are on their way there', async ({ database }) => {
	// Of the second client, which has two connections, the queries go to both in turn.
	const { sql: client, close } = connect(database, { max: 1 });
	await client`create table done (n int)`;
	const one = (n: number) => client<{ n: number }[]>`select ${n}::int as n`.execute();
	await Promise.all([one(0), one(1)]);
	for (const before of [0, 50, 98, 99, 100, 101, 102, 198, 199, 200, 201, 202, 203, 300]) {
		const others = Array.from({ length: before }, (_, n) => one(n));
		const written = client.begin((tx) => tx`insert into done values (${before})`);
		await Promise.all([...others, written]);
		await Promise.all([client`insert into done values (${before})`, client`insert into done values (${before})`]);
		const seen = await Promise.all([1, 2].map(() => client<{ n: number }[]>`select count(*)::int as n from done where n = ${before}`));
		expect(
			seen.map(([row]) => row?.n),
			String(before)
		).toEqual([3, 3]);
	}
	await close();
});

test('what waited for its turn when the connections broke is answered soon', async ({ database }) => {
	const { db, sql: beside, close } = connect(database, { max: 2 });
	const works = Array.from({ length: 40 }, () => db.transaction((tx) => tx.execute(sql`select pg_sleep(0.05)`)));
	const outcomes = Promise.allSettled(works);
	await Promise.race(works);
	await beside`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`;
	const later = db.execute<{ one: number }>(sql`select 1 as one`);
	const states = (await outcomes).map(({ status }) => status);
	expect(states.filter((status) => status === 'rejected').length).toBeLessThanOrEqual(4);
	expect(await later).toEqual([{ one: 1 }]);
	await close();
}, 8000);

test('a transaction whose process forgets it is ended by the database and undone, and the pool goes on', async ({ database }) => {
	const { db, sql: beside, close } = connect(database, { max: 2 });
	await beside`create table done (n int)`;
	const forgotten = Promise.withResolvers<void>();
	const work = db.transaction(async (tx) => {
		await tx.execute(sql`set local idle_in_transaction_session_timeout = '50ms'`);
		await tx.execute(sql`insert into done values (1)`);
		await forgotten.promise;
	});
	await expect(work).rejects.toThrow();
	forgotten.resolve();
	expect(await db.execute(sql`select n from done`)).toEqual([]);
	await close();
});

test('no statement and no waiting transaction of the pages holds the database for ever', async ({ database }) => {
	const { db, sql: beside, close } = connect(database, { max: 2 });
	const bounds = sql`select name, setting::int > 0 as set from pg_settings
		where name in ('statement_timeout', 'idle_in_transaction_session_timeout', 'tcp_keepalives_idle') order by name`;
	const bounded = ['idle_in_transaction_session_timeout', 'statement_timeout', 'tcp_keepalives_idle'].map((name) => ({
		name,
		set: true
	}));
	expect(await db.execute(bounds)).toEqual(bounded);
	expect([
		...(await beside`select name, setting::int > 0 as set from pg_settings
		where name in ('statement_timeout', 'idle_in_transaction_session_timeout', 'tcp_keepalives_idle') order by name`)
	]).toEqual(bounded);
	await close();
});
