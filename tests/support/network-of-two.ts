import type { Person } from '#lib/model/access/actor.ts';
import { test as base } from './database.ts';
import { smallNetwork, type SmallNetwork } from './thread.ts';

interface NetworkOfTwo {
	network: SmallNetwork;
	/** A lead of no city, the author of what addresses others. */
	marek: Person;
	ilze: Person;
}

export { expect, type TestServices } from './database.ts';
export const test = base.extend<NetworkOfTwo>({
	network: async ({ services }, use) => use(await smallNetwork(services)),
	marek: async ({ network }, use) => use(await network.person('Marek', { role: 'lead', city: null })),
	ilze: async ({ network }, use) => use(await network.person('Ilze'))
});
