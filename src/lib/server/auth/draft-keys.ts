import { hkdfSync } from 'node:crypto';
import { installation } from '../db/schema/networks.ts';
import type { Services } from '../services.ts';

/**
 * The keys with which a person's browser locks what they are writing, 32 bytes each in base64: the first one locks, each of
 * them opens. They are derived, so nothing is stored by person; whoever has the disk of that browser has none of them.
 */
export async function draftKeysOf({ db }: Pick<Services, 'db'>, personId: string): Promise<string[]> {
	const [row] = await db.select({ keys: installation.draftKeys }).from(installation);
	return (row?.keys ?? []).map((secret) => Buffer.from(hkdfSync('sha256', secret, personId, 'drafts', 32)).toString('base64'));
}
