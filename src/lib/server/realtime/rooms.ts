import type { Actor } from '#lib/model/actor.ts';
import { NotFound } from '../errors.ts';
import { mayHearMeeting } from '../meetings/queries.ts';
import type { Services } from '../services.ts';

type MayHear = (services: Services, actor: Actor, stream: string) => Promise<boolean>;

/** Each kind of stream asks its own noun, by the same policy as the noun's page. */
const audiences: Record<string, MayHear> = {
	meeting: ({ db }, actor, stream) => mayHearMeeting(db, actor, stream)
};

/** @throws NotFound when there is no such stream for this actor */
export async function requireHearing(
	services: Services,
	actor: Actor,
	stream: string
): Promise<void> {
	const kind = stream.slice(0, stream.indexOf(':'));
	const mayHear = Object.hasOwn(audiences, kind) ? audiences[kind] : undefined;
	if (!mayHear || !(await mayHear(services, actor, stream))) throw new NotFound();
}
