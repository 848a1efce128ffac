import type { Actor } from '#lib/model/access/actor.ts';
import { Forbidden, Suspended } from '../platform/errors.ts';
import type { Services } from '../services.ts';
import { noteRepeated } from './note-repeated.ts';

/** Notes that somebody asked for what they may not do: who, and which question of the policy said no. */
export function noteRefusal(services: Services, actor: Actor, error: unknown): void {
	if (actor.kind === 'visitor' || !(error instanceof Forbidden) || error instanceof Suspended) return;
	const subjectId = /^[\w.]{1,60}$/.test(error.message) ? error.message : 'unnamed';
	noteRepeated(services, { actorId: actor.id, action: 'act.refused', subjectKind: 'question', subjectId });
}
