import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Actor } from '#lib/model/access/actor.ts';
import { changeEntries } from '../notifications/change-entries.ts';
import { Forbidden } from '../platform/errors.ts';
import { parse } from '../platform/parse.ts';
import type { Services } from '../platform/services.ts';
import { markTogether } from './mark-together.ts';
import { readNetworks } from './visible.ts';

const place = z.object({
	stream: z.string().max(100),
	seq: z.number().int().positive().max(Number.MAX_SAFE_INTEGER)
});
const input = z.object({ read: z.array(place).max(500) });

/**
 * Remembers up to where somebody has read each of these streams. A cursor never goes back, and never
 * beyond the end of its stream; streams the person may not read are passed over.
 * What told the person of a place that they have now come to is read with it, and what reminded them of the whole.
 * Needs no id of a command: doing it twice changes nothing.
 * @throws Forbidden, Invalid
 */
export async function markRead(services: Services, actor: Actor, raw: unknown): Promise<void> {
	if (actor.kind === 'visitor') throw new Forbidden();
	const { read } = parse(input, raw);
	const told = await markTogether(services.db)({ personId: actor.id, networks: readNetworks(actor), read });
	for (const { stream, after, upTo } of told) {
		await changeEntries(
			services,
			actor.id,
			'read',
			sql`stream = ${stream} and (seq = 0 or (seq > ${after}::bigint and seq <= ${upTo}::bigint))`
		);
	}
}
