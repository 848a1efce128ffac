import type { None } from '#lib/model/noun.ts';
import type { Transaction } from '../db/client.ts';
import { slot } from '../platform/slot.ts';
import type { DemoGround } from './ground.ts';
import type { DemoFile } from './seed-files.ts';

/** What a noun shows in a new demo. */
export interface DemoSeed {
	/** Every file that its posts hold. */
	files: readonly DemoFile[] | None;
	/** Writes it, within the transaction that fills the whole demo. */
	seed(tx: Transaction, ground: DemoGround): Promise<void>;
}

/** What the nouns show, each fetched only when a demo is filled. */
export const demoSeeds = slot<readonly (() => Promise<{ default: DemoSeed }>)[]>('demo seeds');

/** What all nouns show, in the order of the list. */
export async function fetchDemoSeeds(): Promise<DemoSeed[]> {
	const fetched = await Promise.all(demoSeeds.get().map((fetch) => fetch()));
	return fetched.map((one) => one.default);
}
