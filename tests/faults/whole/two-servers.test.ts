import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { people } from '#lib/server/db/schema/people.ts';
import { who } from '../../support/actors.ts';
import { lineTo } from '../../support/line.ts';
import { hungUp } from '../../support/live.ts';
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

test(
	'somebody is suspended by one process: the line to the other ends at once, and again after listening was cut',
	{ timeout: 120_000 },
	() =>
		onStage('suspended', { servers: 2, hands: 2 }, async (stage) => {
			const { db, sql } = stage.services;
			const reader = await stage.actor(who.reader);
			const cookie = await stage.cookieOf(reader);
			const suspend = (suspendedAt: Date | null) => db.update(people).set({ suspendedAt }).where(eq(people.id, reader.id));
			const follow = { stream: stage.hands[0]?.live.current.stream, seq: 0 };

			for (const moment of ['in peace', 'listening cut']) {
				const line = await lineTo(stage.servers[1]?.url ?? '', { cookie });
				let heard = 0;
				line.on('event', (...envelopes: unknown[]) => (heard += envelopes.length));
				expect(await line.timeout(5000).emitWithAck('follow', follow)).toHaveProperty('ok');
				const gone = hungUp(line);
				await stage.whileWriting(async () => {
					await stage.acknowledged(10);
					if (moment === 'listening cut') {
						await sql`select pg_terminate_backend(pid) from pg_stat_activity where query ilike 'listen %'`;
						stage.ledger.faults += 1;
					}
					await suspend(new Date());
					const began = performance.now();
					await gone;
					expect(performance.now() - began).toBeLessThan(1000);
					const last = heard;
					await stage.acknowledged(10);
					expect(heard).toBe(last);
				});
				await suspend(null);
				await stage.settle(moment);
			}
		})
);
