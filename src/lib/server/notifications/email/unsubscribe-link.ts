import { createHmac, timingSafeEqual } from 'node:crypto';
import { readUnsubscribe, unsubscribeWords, type Unsubscribe } from '#lib/model/notifications/email/unsubscribe-token.ts';
import { installation } from '../../db/schema/networks.ts';
import { memoPer } from '../../platform/memo.ts';
import type { Services } from '../../services.ts';

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
export async function unsubscribeLink(services: Services, asked: Unsubscribe): Promise<string> {
	const words = unsubscribeWords(asked);
	return `${services.config.publicUrl}/unsubscribe/${words}.${await signed(services, words)}`;
}

/** What a link ends; null when it is none of ours. */
export async function readUnsubscribeToken(services: Pick<Services, 'db'>, token: string): Promise<Unsubscribe | null> {
	const [words = '', signature = ''] = token.split('.');
	const asked = readUnsubscribe(words);
	if (!asked) return null;
	const [given, ours] = [Buffer.from(signature), Buffer.from(await signed(services, words))];
	return given.length === ours.length && timingSafeEqual(given, ours) ? asked : null;
}
