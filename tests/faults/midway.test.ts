import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { eq, sql as part } from 'drizzle-orm';
import { integer, pgTable } from 'drizzle-orm/pg-core';
import postgres from 'postgres';
import { describe, vi } from 'vitest';
import { connect, type Clients } from '#lib/server/db/client.ts';
import { databaseRefusal } from '#lib/server/db/refusal.ts';
import { databaseOfJobs } from '#lib/server/jobs/database.ts';
import { expect, test } from '../support/database.ts';

const numbers = pgTable('numbers', { n: integer('n').primaryKey(), ten: integer('ten').notNull() });

/** Rows of `numbers` whose `ten` is theirs. */
const from = (n: number, count: number) => Array.from({ length: count }, (_, k) => ({ n: n + k, ten: (n + k) * 10 }));

/** Ways in which a query fails when some rows have arrived already: a wrong row, an error raised by it, too long, called off. */
const failures: Record<string, ({ sql, db }: Clients, database: string) => PromiseLike<unknown>> = {
	'a row that cannot be computed': ({ sql }) => sql`select 1 / (500 - n) from numbers`,
	'the same without values, through Drizzle': ({ db }) => db.execute(part`select 1 / (500 - n) as x from numbers`),
	'the same prepared': ({ db }) => db.execute(part`select 1 / (${500}::int - n) as x from numbers`),
	'an error that a row raises': ({ sql, db }) =>
		Promise.allSettled([sql`select raised(n) from numbers`, db.execute(part`select raised(n) from numbers`)]),
	// A text of several statements fails as one, and its setting with it.
	'a statement that takes too long': ({ sql }) => sql.unsafe(`set statement_timeout = '40ms'; select n, slow(n) from numbers`),
	'a query that is called off': ({ sql, db }, database) => {
		const mark = `/* ${randomUUID()} */`;
		const slow = [
			sql`select n, slow(n) from numbers ${sql.unsafe(mark)}`,
			db.execute(part`select n, slow(n) from numbers ${part.raw(mark)}`)
		];
		return calledOff(database, mark, slow);
	},
	'a transaction that goes on behind a savepoint': ({ sql }) =>
		sql.begin(async (tx) => {
			await tx.savepoint((inner) => inner`select 1 / (500 - n) from numbers`).catch(() => {});
			expect([...(await tx`select n, ten from numbers where n between 7 and 9 order by n`)]).toEqual(from(7, 3));
		})
};

/**
 * Calls off each query that holds the mark, once: what is called off a second time may be over, and whatever its connection does
 * next would be hit.
 */
async function calledOff(database: string, mark: string, slow: PromiseLike<unknown>[]): Promise<void> {
	const watch = postgres(database, { max: 1, onnotice: () => {} });
	const over = new Set<string>();
	const settled = new AbortController();
	const outcomes = Promise.allSettled(slow).finally(() => settled.abort());
	while (!settled.signal.aborted) {
		const asleep = await watch<{ pid: number; began: string }[]>`select pid, query_start::text as began from pg_stat_activity
			where datname = current_database() and pid <> pg_backend_pid() and wait_event = 'PgSleep' and position(${mark} in query) > 0`;
		for (const { pid, began } of asleep) {
			if (over.has(`${pid} ${began}`)) continue;
			over.add(`${pid} ${began}`);
			await watch`select pg_cancel_backend(${pid})`;
		}
		await pause(5);
	}
	await watch.end({ timeout: 1 });
	expect(await outcomes).toMatchObject(slow.map(() => ({ status: 'rejected' })));
}

/** Questions through every client of the house, each with what is answered. */
function questions({ db, sql }: Clients, n: number): [PromiseLike<unknown>, unknown][] {
	return [
		[sql`select n, ten from numbers where n = ${n}`, from(n, 1)],
		[sql`select n, ten from numbers where n >= ${n} order by n limit 5`, from(n, 5)],
		[sql.unsafe(`select n, ten from numbers where n = ${n}`), from(n, 1)],
		[sql`select n, ten from numbers where ${sql`n = ${n}`}`.values(), [[n, n * 10]]],
		[db.select().from(numbers).where(eq(numbers.n, n)), from(n, 1)],
		[db.execute(part`select n, ten from numbers where n = ${n}`), from(n, 1)],
		[db.execute(part.raw(`select n, ten from numbers where n = ${n}`)), from(n, 1)],
		[db.transaction((tx) => tx.select().from(numbers).where(eq(numbers.n, n))), from(n, 1)],
		[sql.begin((tx) => tx`select n, ten from numbers where n = ${n}`), from(n, 1)],
		[sql.begin((tx) => tx.savepoint((inner) => inner`select n, ten from numbers where n = ${n}`)), from(n, 1)],
		[reserved(sql, n), from(n, 1)]
	];
}

async function reserved(sql: postgres.Sql, n: number): Promise<unknown> {
	const connection = await sql.reserve();
	try {
		return await connection`select n, ten from numbers where n = ${n}`;
	} finally {
		connection.release();
	}
}

async function prepare({ sql }: Clients): Promise<void> {
	await sql`create table numbers as select n, n * 10 as ten from generate_series(1, 1000) n`;
	await sql`create function raised(n int) returns int language plpgsql as
		$$ begin if n = 400 then raise exception 'no further'; end if; return n; end $$`;
	// Rows of so many bytes leave the server before the last of them is made.
	await sql`create function slow(n int) returns text language plpgsql as
		$$ begin if n > 100 then perform pg_sleep(0.01); end if; return repeat('x', 1000); end $$`;
}

/** Fails in another way than was meant. */
function isOther(outcome: PromiseSettledResult<unknown>): boolean {
	return outcome.status === 'rejected' && !['22012', 'P0001', '57014'].includes(databaseRefusal(outcome.reason) ?? '');
}

/** Plain values: the library's own arrays say more of themselves. */
const plain = (answer: unknown): unknown => JSON.parse(JSON.stringify(answer));

describe('after a query that failed midway', () => {
	test.for(Object.entries(failures))('%s: every answer is whole, under load', { timeout: 30_000 }, async ([, failed], { database }) => {
		const clients = connect(database, { max: 4 });
		try {
			await prepare(clients);
			for (let round = 0; round < 8; round += 1) {
				const failing = Promise.allSettled(Array.from({ length: 3 }, async () => failed(clients, database)));
				const asked = Array.from({ length: 12 }, (_, k) => questions(clients, 1 + round * 12 + k)).flat();
				const answers = await Promise.all(asked.map(([answer]) => answer));
				expect(answers.map(plain)).toEqual(asked.map(([, told]) => told));
				expect((await failing).filter(isOther)).toEqual([]);
				const later = questions(clients, 1 + round);
				expect((await Promise.all(later.map(([answer]) => answer))).map(plain)).toEqual(later.map(([, told]) => told));
			}
		} finally {
			await clients.close();
		}
	});

	test('the jobs and those who listen get whole answers too', async ({ database }) => {
		const clients = connect(database, { max: 2 });
		const jobs = databaseOfJobs(database);
		const heard: string[] = [];
		try {
			await prepare(clients);
			await clients.sql.listen('midway', (word) => void heard.push(word));
			for (let round = 1; round <= 5; round += 1) {
				const failing = Array.from({ length: 6 }, (_, k) =>
					jobs.executeSql(
						k % 2 ? 'select 1 / (500 - n) from numbers' : 'select 1 / ($1::int - n) from numbers',
						k % 2 ? [] : [500]
					)
				);
				const over = Promise.allSettled([...failing, clients.sql`select 1 / (500 - n) from numbers`]);
				const asked = Array.from({ length: 12 }, (_, k) => jobs.executeSql('select n, ten from numbers where n = $1', [round + k]));
				expect((await Promise.all(asked)).map(({ rows }) => plain(rows))).toEqual(asked.map((_, k) => from(round + k, 1)));
				const together = await jobs.executeSql(`begin; select n, ten from numbers where n = ${round}; commit`);
				expect(plain(together.rows)).toEqual(from(round, 1));
				await clients.sql`select pg_notify('midway', ${String(round)})`;
				await over;
			}
			await vi.waitFor(() => expect(heard).toEqual(['1', '2', '3', '4', '5']));
		} finally {
			await Promise.all([clients.close(), jobs.close()]);
		}
	});
});

test('the library alone still gives such answers: this is what is kept away', async ({ database }) => {
	const alone = postgres(database, { max: 1, onnotice: () => {} });
	try {
		const failing = alone`select 1 / (5 - n) from generate_series(1, 9) n`;
		const [outcome, next] = await Promise.all([failing.catch((error: Error) => error.message), alone`select 1 as one`]);
		expect(outcome).toBe('division by zero');
		expect(next.findIndex((row) => row !== undefined)).toBe(4);
	} finally {
		await alone.end();
	}
});
