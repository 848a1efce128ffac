import type { Actor } from '#lib/model/access/actor.ts';
import { foremost } from '#lib/model/people/tags.ts';
import { Forbidden } from '../platform/errors.ts';

/**
 * The network at whose desk this person sits.
 * @throws Forbidden for people who belong to none
 */
export function homeNetwork(actor: Actor): string {
	const held = actor.kind === 'person' ? foremost(actor.memberships) : undefined;
	if (!held) throw new Forbidden('of no network');
	return held.network;
}
