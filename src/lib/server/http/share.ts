import type { Request, Response } from 'express';
import type { Actor } from '#lib/model/access/actor.ts';
import { countedPlace } from '../auth/counted-place.ts';
import { TooMany } from '../platform/errors.ts';
import { limitsOf, type Asker, type Share } from '../platform/limits.ts';
import type { Services } from '../services.ts';

/**
 * Does what a request asks for in the turn of whoever asks. What is asked for too often is refused, in a word that pages have a
 * sentence for.
 * @returns null when it was refused, and answered
 */
export async function shared<Result>(
	services: Services,
	{ request, response, actor, share }: { request: Request; response: Response; actor: Actor; share: Share },
	work: () => Promise<Result>
): Promise<Result | null> {
	const asker: Asker = actor.kind === 'person' ? { person: actor.id } : { place: countedPlace(request.ip ?? '') };
	try {
		return await limitsOf(services).take(share, asker, work);
	} catch (refused) {
		if (!(refused instanceof TooMany)) throw refused;
		response.status(429).set('retry-after', String(refused.retryAfter)).type('text/plain').send(refused.code);
		return null;
	}
}
