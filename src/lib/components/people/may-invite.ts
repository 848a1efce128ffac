import type { Actor } from '#lib/model/access/actor.ts';
import { invitables } from '#lib/model/people/invitables.ts';
import { foremost, type CityTag } from '#lib/model/people/tags.ts';

/** Whether this reader may invite anybody at all. */
export function mayInvite(actor: Actor, cities: CityTag[]): boolean {
	const network = actor.kind === 'person' ? foremost(actor.memberships)?.network : undefined;
	if (!network) return false;
	return (
		invitables(
			actor,
			network,
			cities.map(({ code }) => code)
		).roles.length > 0
	);
}
