import type { IncomingHttpHeaders } from 'node:http';
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
	if (!isFromHere(headers, { protocol, host }) || (headers.origin === undefined && !['GET', 'HEAD'].includes(method))) {
		response.status(403).type('text/plain').send('forbidden');
		return;
	}
	next();
};

/** Cookies ride along from pages of other origins too; a browser says where it comes from. The scheme is part of it. */
export function isFromHere(headers: IncomingHttpHeaders, { protocol, host }: { protocol: string; host: string }): boolean {
	const { origin } = headers;
	if (origin === undefined) return headers['sec-fetch-site'] !== 'cross-site';
	return origin === URL.parse(`${protocol}://${host}`)?.origin;
}
