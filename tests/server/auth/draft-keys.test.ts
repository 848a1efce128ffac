import { sql } from 'drizzle-orm';
import { draftKeysOf } from '#lib/server/auth/draft-keys.ts';
import { installation } from '#lib/server/db/schema/networks.ts';
import { expect, test } from '../../support/demo.ts';

test('everybody has a key of their own that stays, and after a change of the secret it still opens', async ({ demo }) => {
	const [one, other] = [await draftKeysOf(demo, 'ilze'), await draftKeysOf(demo, 'rui')];
	expect(one.map((key) => Buffer.from(key, 'base64').length)).toEqual([32]);
	expect(other).not.toEqual(one);
	expect(await draftKeysOf(demo, 'ilze')).toEqual(one);
	await demo.db.update(installation).set({ draftKeys: sql`array_prepend('another secret', draft_keys)` });
	const [first, second] = await draftKeysOf(demo, 'ilze');
	expect(second).toBe(one[0]);
	expect(first).not.toBe(second);
});
