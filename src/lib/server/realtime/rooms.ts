import type { Actor } from '#lib/model/actor.ts';
import { can } from '#lib/model/policy.ts';
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

/** As whom somebody hears a stream, until their standing changes and the line is cut. */
export interface Hearer {
	tag: PersonTag;
	/** Whether they may say something there too. */
	speaks: boolean;
}

/**
 * Makes sure that the actor may hear the stream.
 * @throws NotFound when there is no such stream for this actor
 */
export async function requireHearing(services: Services, actor: Actor, stream: string): Promise<Hearer> {
	const kind = stream.slice(0, stream.indexOf(':'));
	const networkOf = Object.hasOwn(audiences, kind) ? audiences[kind] : undefined;
	const network = await networkOf?.(services, actor, stream);
	if (!network || actor.kind === 'visitor') throw new NotFound();
	return { tag: tagIn(actor, network), speaks: can(actor, 'meeting.post', { network }) };
}
