import type { Actor } from '#lib/model/access/actor.ts';
import { streamOfPerson } from '#lib/model/notifications/entries.ts';
import { can } from '#lib/model/policy.ts';
import type { PersonTag } from '#lib/model/people/tags.ts';
import { NotFound } from '../platform/errors.ts';
import { tagIn } from '../access/tag-in.ts';
import type { Services } from '../services.ts';
import { threadAt } from '../threads/thread-at.ts';

/** As whom somebody hears a stream, until their access changes and the line is cut. */
export interface Hearer {
	tag: PersonTag;
	/** Whether they may say something there too. */
	speaks: boolean;
}

/**
 * Makes sure that the actor may hear the stream: seen by the others there, or `unseen` where it is their own, or where they
 * are nothing in its network and hear it because they are named.
 * @throws NotFound when there is no such stream for this actor
 */
export async function requireHearing({ db }: Pick<Services, 'db'>, actor: Actor, stream: string): Promise<Hearer | 'unseen'> {
	if (actor.kind === 'visitor') throw new NotFound();
	// It is there only once something was told, and heard before.
	if (stream === streamOfPerson(actor.id) && can(actor, 'inbox.read', { personId: actor.id })) return 'unseen';
	const subject = await threadAt(db, actor, stream);
	if (!actor.memberships.some(({ network }) => network === subject.network)) return 'unseen';
	return { tag: tagIn(actor, subject.network), speaks: can(actor, 'thread.speak', { subject }) };
}
