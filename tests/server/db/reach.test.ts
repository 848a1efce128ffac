import { createServer } from 'node:net';
import { once } from 'node:events';
import { setImmediate as immediate } from 'node:timers/promises';
import { describe, expect, onTestFinished } from 'vitest';
import { placeOf, reach } from '#lib/server/db/reach.ts';
import { migrateThen } from '#lib/server/db/migrate.ts';
import { freePort } from '../../support/free-port.ts';
import { test } from '../../support/database.ts';

const briefly = { within: 300, every: 50 };

describe('a given database', () => {
	test('that answers is taken', async ({ database }) => {
		await expect(reach(database)).resolves.toBeUndefined();
	});

	test('that is unreachable is told after a bounded time, without its password', async () => {
		const said: string[] = [];
		const url = `postgres://swing:hunter22@127.0.0.1:${await freePort()}/desk`;
		const refusal = await reach(url, { ...briefly, say: (line) => said.push(line) }).catch((error: Error) => error.message);
		expect(refusal).toMatch(/could not be reached.*ECONNREFUSED.*DATABASE_URL/);
		expect(said).toHaveLength(1);
		expect(`${refusal}${said.join()}`).not.toContain('hunter22');
	});

	test('that accepts and then is silent counts as unreachable', async () => {
		const silent = createServer().listen(0, '127.0.0.1');
		await once(silent, 'listening');
		onTestFinished(() => void silent.close());
		const { port } = silent.address() as { port: number };
		await expect(reach(`postgres://swing@127.0.0.1:${port}/desk`, briefly)).rejects.toThrow(/ETIMEDOUT/);
	});

	test('that does not exist, or not for this user, is refused at once', async ({ database }) => {
		await expect(reach(`${database}_missing`)).rejects.toThrow(/no database of that name/);
	});

	test('is not waited for once the server is to stop', async () => {
		const stop = new AbortController();
		const waiting = reach(`postgres://swing@127.0.0.1:${await freePort()}/desk`, { signal: stop.signal, say: () => stop.abort() });
		await expect(waiting).rejects.toThrow(/abort/i);
	});

	test('is named by place alone', () => {
		expect(placeOf('postgres://swing:hunter22@db.example:5433/desk')).toBe('db.example:5433/desk');
	});

	test('is brought up by one process at a time', async ({ database }) => {
		const steps: string[] = [];
		const bringUp = (who: string) =>
			migrateThen(database, async () => {
				steps.push(`${who} begins`);
				await immediate();
				steps.push(`${who} ends`);
			});
		await Promise.all([bringUp('one'), bringUp('other')]);
		expect([steps[0]?.split(' ')[0], steps[2]?.split(' ')[0]]).toEqual([steps[1]?.split(' ')[0], steps[3]?.split(' ')[0]]);
	});
});
