import { createHmac, timingSafeEqual } from 'node:crypto';
import { readStop, stopWords, type Stop } from '#lib/model/notifications/email/stop-token.ts';
import { installation } from '../../db/schema/networks.ts';
import { memoPer } from '../../platform/memo.ts';
import type { Services } from '../../platform/services.ts';

const keyOf = memoPer(async (db: Services['db']) => {
	const [row] = await db.select({ key: installation.mailKey }).from(installation);
	if (!row) throw new Error('Nothing is installed in this database.');
	return row.key;
});

async function signed({ db }: Pick<Services, 'db'>, words: string): Promise<string> {
	return createHmac('sha256', await keyOf(db))
		.update(`stop ${words}`)
		.digest()
		.subarray(0, 18)
		.toString('base64url');
}

/** A link that ends such emails without signing in, for whoever holds the email. */
export async function stopLink(services: Services, stop: Stop): Promise<string> {
	const words = stopWords(stop);
	return `${services.config.publicUrl}/unsubscribe/${words}.${await signed(services, words)}`;
}

/** What a link ends; null when it is none of ours. */
export async function readStopToken(services: Pick<Services, 'db'>, token: string): Promise<Stop | null> {
	const [words = '', signature = ''] = token.split('.');
	const stop = readStop(words);
	if (!stop) return null;
	const [given, ours] = [Buffer.from(signature), Buffer.from(await signed(services, words))];
	return given.length === ours.length && timingSafeEqual(given, ours) ? stop : null;
}
