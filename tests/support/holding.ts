import { expect } from 'vitest';
import type { TestServices } from './database.ts';

/** Holds the events for whoever records one, which comes last in a write. */
export async function holding({ sql }: TestServices) {
	const [held, released] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
	const hand = sql.begin(async (tx) => {
		await tx`lock table events in share mode`;
		held.resolve();
		await released.promise;
	});
	await held.promise;
	return {
		/** Whoever waits for it, until this is over: something in the background may wait beside it. */
		async cutWhoWaits(over: Promise<unknown>) {
			let isOver = false;
			void over.finally(() => (isOver = true));
			const cut = async () => {
				await sql`select pg_terminate_backend(pid) from pg_stat_activity
					where datname = current_database() and wait_event_type = 'Lock' and pid <> pg_backend_pid()`;
				return isOver;
			};
			await expect.poll(cut, { timeout: 15_000, interval: 50 }).toBe(true);
		},
		async release() {
			released.resolve();
			await hand;
		}
	};
}
