import { createHmac, timingSafeEqual } from 'node:crypto';
import { installation } from '../db/schema/networks.ts';
import { memoPer } from '../platform/memo.ts';
import type { Services } from '../services.ts';

const keyOf = memoPer(async (db: Services['db']) => {
	const [row] = await db.select({ key: installation.mailKey }).from(installation);
	if (!row) throw new Error('Nothing is installed in this database.');
	return row.key;
});

/** A signature that only this installation makes, safe in addresses. What is signed begins with what it is for. */
export async function signWords({ db }: Pick<Services, 'db'>, words: string): Promise<string> {
	return createHmac('sha256', await keyOf(db))
		.update(words)
		.digest()
		.subarray(0, 18)
		.toString('base64url');
}

export async function isSignedAs(services: Pick<Services, 'db'>, words: string, signature: string): Promise<boolean> {
	const [given, ours] = [Buffer.from(signature), Buffer.from(await signWords(services, words))];
	return given.length === ours.length && timingSafeEqual(given, ours);
}
