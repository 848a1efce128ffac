import { z } from 'zod';
import { baseLocale } from '#lib/i18n/locales.ts';
import type { Actor } from '#lib/model/access/actor.ts';
import { followLevels } from '#lib/model/notifications/kinds.ts';
import { setFollowLevel } from '../notifications/follow.ts';
import { authorize } from '../access/authorize.ts';
import { parse } from '../platform/parse.ts';
import type { Services } from '../services.ts';
import { findMeeting } from './queries.ts';

const input = z.object({ slug: z.string().max(200), level: z.enum(followLevels) });

/**
 * Sets what somebody wants to be told of a meeting. Needs no id of a command: doing it twice changes nothing.
 * @throws NotFound, Forbidden, Invalid
 */
export async function followMeeting({ db, clock }: Services, actor: Actor, raw: unknown): Promise<void> {
	const { slug, level } = parse(input, raw);
	const meeting = await findMeeting(db, actor, slug, baseLocale);
	const person = authorize(actor, 'meeting.read', meeting);
	await setFollowLevel(db, person.id, { item: { kind: 'meeting', id: meeting.id }, level, at: clock.now() });
}
