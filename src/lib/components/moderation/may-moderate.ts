import type { Actor } from '#lib/model/access/actor.ts';
import { can } from '#lib/model/policy.ts';
import { foremost } from '#lib/model/people/tags.ts';

/** Whether this reader sees what was moderated in their network. */
export function mayModerate(actor: Actor): boolean {
	const network = actor.kind === 'person' ? foremost(actor.memberships)?.network : undefined;
	return network !== undefined && can(actor, 'moderation.read', { network });
}
