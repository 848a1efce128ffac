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
 * Answers in the turn of whoever asks; what is asked for too often is refused. A form never waits behind pages. What it writes is
 * counted by its action, which gives back what was typed (see `asForm`) long before forms are refused. Signing out is always
 * possible.
 */
export async function limited(event: RequestEvent, answer: () => Promise<Response>): Promise<Response> {
	// What a load asks of another page is part of its own turn.
	if (event.isSubRequest) return answer();
	const { signal } = event.request;
	const asked = { actor: event.locals.actor, asker: askerOf(event), retryAfter: null };
	const limits = limitsOf(services());
	try {
		const ask = () => asking.run(asked, answer);
		const share = ['GET', 'HEAD'].includes(event.request.method) ? 'page' : 'form';
		const isFree = share === 'form' && event.route.id === '/signout';
		const response = isFree ? await ask() : await limits.take(share, asked.asker, ask, signal);
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
