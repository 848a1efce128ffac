import { error } from '@sveltejs/kit';
import type { Person } from '#lib/model/access/actor.ts';

/** Who is signed in, for pages that are about that very person. */
export function signedIn({ actor, session }: App.Locals): { person: Person; session: string } {
	if (actor.kind === 'visitor' || !session) error(403, { message: 'forbidden', code: 'forbidden' });
	return { person: actor, session: session.id };
}
