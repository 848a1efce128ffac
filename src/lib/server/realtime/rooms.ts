import type { Actor } from '#lib/model/actor.ts';
import type { PersonTag } from '#lib/model/tags.ts';
import { NotFound } from '../errors.ts';
import { networkOfMeeting } from '../meetings/queries.ts';
import { tagIn } from '../people/tag-in.ts';
import type { Services } from '../services.ts';

type NetworkOf = (services: Services, actor: Actor, stream: string) => Promise<string | null>;

/** Each kind of stream asks its own noun, by the same policy as the noun's page. */
const audiences: Record<string, NetworkOf> = {
	meeting: ({ db }, actor, stream) => networkOfMeeting(db, actor, stream)
};

/**
 * Makes sure that the actor may hear the stream; says as whom they hear it.
 * @throws NotFound when there is no such stream for this actor
 */
export async function requireHearing(services: Services, actor: Actor, stream: string): Promise<PersonTag> {
	const kind = stream.slice(0, stream.indexOf(':'));
	const networkOf = Object.hasOwn(audiences, kind) ? audiences[kind] : undefined;
	const network = await networkOf?.(services, actor, stream);
	if (!network || actor.kind === 'visitor') throw new NotFound();
	return tagIn(actor, network);
}
