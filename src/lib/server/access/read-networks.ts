import type { Actor } from '#lib/model/access/actor.ts';
import { can } from '#lib/model/policy.ts';

/** The networks that this actor may read: their people and cities. What is said in them asks `readableStreams`. */
export function readNetworks(actor: Actor): string[] {
	if (actor.kind === 'visitor') return [];
	const networks = new Set(actor.memberships.map((held) => held.network));
	return [...networks].filter((network) => can(actor, 'network.read', { network })).sort();
}
