import { expect, test } from 'vitest';
import { careless } from './delivery.ts';
import { onStage } from './stage.ts';

const kills = Number(process.env.FAULT_KILLS ?? 3);

test(
	`the server is killed ${kills} times while people write, over lines that break, delay, double and reorder`,
	{ timeout: 60_000 + kills * 60_000 },
	() =>
		onStage('kill -9 of the server', { odds: careless, delay: () => Math.random() * 4 }, async (stage) => {
			const [server] = stage.servers;
			const [proxy] = stage.proxies;
			expect(server && proxy).toBeTruthy();
			for (let kill = 1; kill <= kills; kill += 1) {
				await stage.whileWriting(async () => {
					await stage.acknowledged(10);
					proxy?.cut();
					await stage.acknowledged(10);
					await server?.kill();
					await server?.start();
					stage.ledger.faults += 2;
					await stage.acknowledged(10);
				});
				await stage.settle(`kill ${kill}`);
			}
		})
);
