import type { Actor } from '#lib/model/access/actor.ts';
import { can } from '#lib/model/policy.ts';

/** Whether somebody who may read an adoption reads an entry of its log: a hidden one is there for its author and the leads. */
export function readsEntry(
	actor: Actor,
	{ hiddenAt, authorId, network }: { hiddenAt: Date | null; authorId: string; network: string }
): boolean {
	return hiddenAt === null || (actor.kind === 'person' && actor.id === authorId) || can(actor, 'adoption.moderate', { network });
}
