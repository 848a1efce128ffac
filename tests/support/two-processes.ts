import { servicesOn, test as base, type TestServices } from './database.ts';
import { liveOn, type LiveServer } from './live.ts';
import { smallNetwork, type SmallNetwork } from './thread.ts';

interface Two {
	network: SmallNetwork;
	/** What another process on the same database has. */
	other: TestServices;
	live: LiveServer;
	/** The live server of the other process. */
	beside: LiveServer;
}

/** A small network, and two processes that serve it. */
export const test = base.extend<Two>({
	network: async ({ services }, use) => use(await smallNetwork(services)),
	other: async ({ database }, use) => {
		const other = servicesOn(database);
		await use(other);
		await other.close();
	},
	live: async ({ services }, use) => {
		const live = await liveOn(services);
		await use(live);
		await live.close();
	},
	beside: async ({ other }, use) => {
		const beside = await liveOn(other);
		await use(beside);
		await beside.close();
	}
});

export { expect } from 'vitest';
