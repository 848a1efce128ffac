import { expect, test } from 'vitest';
import { careless } from '../delivery.ts';
import { onStage, type Stage } from '../stage.ts';

const times = 3;
const patience = { timeout: 300_000 };

async function again(stage: Stage, name: string, fault: () => Promise<void>): Promise<void> {
	for (let n = 1; n <= times; n += 1) {
		await stage.whileWriting(async () => {
			await stage.acknowledged(15);
			await fault();
			await stage.untilReady();
			await stage.acknowledged(15);
		});
		await stage.settle(`${name} ${n}`);
	}
}

test('PostgreSQL and all its processes are killed', patience, () =>
	onStage('SIGKILL of PostgreSQL', { odds: careless }, (stage) => again(stage, 'death', () => stage.killPostgres()))
);

test('one process of PostgreSQL is killed, and it drops all others', patience, () =>
	onStage('SIGKILL of one backend', { odds: careless }, (stage) =>
		again(stage, 'crash', async () => {
			const { sql } = stage.services;
			const [backend] = await sql<{ pid: number }[]>`
				select pid from pg_stat_activity where application_name = 'swing' and pid <> pg_backend_pid() limit 1`;
			process.kill(backend?.pid ?? 0, 'SIGKILL');
			stage.ledger.faults += 1;
		})
	)
);

test('PostgreSQL is stopped cleanly and has to be started again', patience, () =>
	onStage('clean restart of PostgreSQL', { odds: careless }, (stage) =>
		again(stage, 'restart', async () => {
			const { pid } = await stage.postmaster();
			process.kill(pid, 'SIGINT');
			stage.ledger.faults += 1;
			await expect
				.poll(
					() =>
						stage.postmaster().then(
							(now) => now.pid,
							() => pid
						),
					{ timeout: 40_000 }
				)
				.not.toBe(pid);
		})
	)
);

test('the server and PostgreSQL die together', patience, () =>
	onStage('both at once', { odds: careless }, async (stage) => {
		await stage.whileWriting(async () => {
			await stage.acknowledged(15);
			const dying = stage.servers.map((server) => server.kill());
			await stage.killPostgres();
			await Promise.all(dying);
			for (const server of stage.servers) await server.start();
			await stage.lookAgain();
			await stage.acknowledged(15);
		});
		await stage.settle('after the start');
	})
);
