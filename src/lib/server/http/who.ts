import type { Request, RequestHandler } from 'express';
import type { Actor } from '#lib/model/access/actor.ts';
import { actorFromCookies } from '../auth/session.ts';
import type { Services } from '../services.ts';

/** Who asks, where no page is asked for. */
export async function actorOfRequest(services: Services, request: Request): Promise<Actor> {
	const { actor } = await actorFromCookies(services, request.headers.cookie, { secure: request.protocol === 'https' });
	return actor;
}

/** What changes something is taken from our own pages alone. */
export const ownOrigin: RequestHandler = ({ method, protocol, host, headers }, response, next) => {
	const { origin } = headers;
	const foreign = origin === undefined ? headers['sec-fetch-site'] === 'cross-site' : origin !== `${protocol}://${host}`;
	if (foreign || (origin === undefined && !['GET', 'HEAD'].includes(method))) {
		response.status(403).type('text/plain').send('forbidden');
		return;
	}
	next();
};
