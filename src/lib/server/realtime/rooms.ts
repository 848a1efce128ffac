import type { Actor, Person } from '#lib/model/access/actor.ts';
import { streamOfPerson } from '#lib/model/notifications/entries.ts';
import { can } from '#lib/model/policy.ts';
import type { PersonTag } from '#lib/model/people/tags.ts';
import { NotFound } from '../platform/errors.ts';
import { networkOfMeeting } from '../meetings/queries.ts';
import { tagIn } from '../access/tag-in.ts';
import type { Services } from '../services.ts';

/** Who hears a stream among others, who hears it alone (`alone`), and nobody at all (null). */
type Audience = (services: Services, actor: Person, stream: string) => Promise<Hearer | 'alone' | null>;

/** Each kind of stream asks its own noun, by the same policy as the noun's page. */
const audiences: Record<string, Audience> = {
	async meeting({ db }, actor, stream) {
		const network = await networkOfMeeting(db, actor, stream);
		return network === null ? null : { tag: tagIn(actor, network), speaks: can(actor, 'meeting.post', { network }) };
	},
	async user(_, actor, stream) {
		return can(actor, 'inbox.read', { personId: stream.slice(streamOfPerson('').length) }) ? 'alone' : null;
	}
};

/** As whom somebody hears a stream, until their access changes and the line is cut. */
export interface Hearer {
	tag: PersonTag;
	/** Whether they may say something there too. */
	speaks: boolean;
}

/**
 * Makes sure that the actor may hear the stream.
 * @throws NotFound when there is no such stream for this actor
 */
export async function requireHearing(services: Services, actor: Actor, stream: string): Promise<Hearer | 'alone'> {
	const kind = stream.slice(0, stream.indexOf(':'));
	const audience = Object.hasOwn(audiences, kind) ? audiences[kind] : undefined;
	const hearer = actor.kind === 'visitor' ? null : await audience?.(services, actor, stream);
	if (!hearer) throw new NotFound();
	return hearer;
}
