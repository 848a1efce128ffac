import { expect, test } from 'vitest';
import { careless } from '../delivery.ts';
import { onStage } from '../stage.ts';

test('two servers on one database: their listening is cut, one is killed, the database dies', { timeout: 300_000 }, () =>
	onStage('two servers', { servers: 2, hands: 4, odds: careless }, async (stage) => {
		const [, second] = stage.servers;
		await stage.whileWriting(() => stage.acknowledged(40));
		await stage.settle('in peace');

		for (let n = 1; n <= 3; n += 1) {
			await stage.whileWriting(async () => {
				const { sql } = stage.services;
				await stage.acknowledged(10);
				const ended = await sql`select pg_terminate_backend(pid) from pg_stat_activity where query ilike 'listen %'`;
				expect(ended.length).toBeGreaterThan(0);
				stage.ledger.faults += 1;
				await stage.acknowledged(20);
			});
			await stage.settle(`listening cut ${n}`);
		}

		await stage.whileWriting(async () => {
			await second?.kill();
			stage.ledger.faults += 1;
			await stage.acknowledged(10);
			await second?.start();
			await stage.acknowledged(20);
		});
		await stage.settle('one killed');

		await stage.whileWriting(async () => {
			await stage.killPostgres();
			await stage.untilReady();
			await stage.acknowledged(30);
		});
		await stage.settle('database killed');
	})
);
