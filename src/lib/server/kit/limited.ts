import type { RequestEvent } from '@sveltejs/kit';
import { countedPlace } from '../auth/counted-place.ts';
import { TooMany } from '../platform/errors.ts';
import { limitsOf, type Asker } from '../platform/limits.ts';
import { services } from '../services.ts';
import { asking } from './asking.ts';
import { tooManyPages } from './too-many-pages.ts';

/** The status that says nothing to anybody: whoever asked has gone. */
const gone = 499;

/**
 * Answers in the turn of whoever asks. A form waits for its turn and is counted by its action, which gives back what was typed
 * (see `asForm`); a page that is asked for too often is refused.
 */
export async function limited(event: RequestEvent, answer: () => Promise<Response>): Promise<Response> {
	// What a load asks of another page is part of its own turn.
	if (event.isSubRequest) return answer();
	const { signal } = event.request;
	const asked = { actor: event.locals.actor, asker: askerOf(event), retryAfter: null };
	const limits = limitsOf(services());
	try {
		if (['GET', 'HEAD'].includes(event.request.method)) await limits.count('page', asked.asker);
		const response = await limits.inTurn('page', asked.asker, () => asking.run(asked, answer), signal);
		if (asked.retryAfter !== null) response.headers.set('retry-after', String(asked.retryAfter));
		return response;
	} catch (refused) {
		if (refused instanceof TooMany) return tooManyPages(event, refused.retryAfter);
		if (signal.aborted) return new Response(null, { status: gone });
		throw refused;
	}
}

function askerOf({ locals: { actor }, getClientAddress }: RequestEvent): Asker {
	return actor.kind === 'person' ? { person: actor.id } : { place: countedPlace(getClientAddress()) };
}
