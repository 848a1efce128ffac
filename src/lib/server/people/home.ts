import type { Actor } from '#lib/model/actor.ts';
import { foremost } from '#lib/model/tags.ts';
import { Forbidden } from '../errors.ts';

/**
 * The network at whose desk this person sits.
 * @throws Forbidden for people who belong to none
 */
export function homeNetwork(actor: Actor): string {
	const held = actor.kind === 'person' ? foremost(actor.memberships) : undefined;
	if (!held) throw new Forbidden('of no network');
	return held.network;
}
