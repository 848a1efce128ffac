import { z } from 'zod';
import type { Actor } from '#lib/model/access/actor.ts';
import { followLevels } from '#lib/model/notifications/kinds.ts';
import { setFollowLevel } from '../notifications/follow.ts';
import { authorize } from '../access/authorize.ts';
import { parse } from '../platform/parse.ts';
import type { Services } from '../services.ts';
import { itemOf } from './item-of-thread.ts';
import { threadAt } from './thread-at.ts';

const input = z.object({ stream: z.string().max(100), level: z.enum(followLevels) });

/**
 * Sets what somebody wants to be told of what a thread hangs on. Needs no id of a command: doing it twice changes nothing.
 * @throws NotFound, Forbidden, Invalid
 */
export async function followThread({ db, clock }: Services, actor: Actor, raw: unknown): Promise<void> {
	const { stream, level } = parse(input, raw);
	const thread = await threadAt(db, actor, stream);
	const person = authorize(actor, 'thread.read', { subject: thread });
	await setFollowLevel(db, person.id, { item: itemOf(thread), level, at: clock.now() });
}
