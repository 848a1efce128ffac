import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';
import type { Logger } from 'pino';

/** Gives every request an id and logs its end, without anything that tells who asked for what in particular. */
export function requestLog(log: Logger): RequestHandler {
	return (request, response, next) => {
		const requestId = randomUUID();
		const began = performance.now();
		const { method } = request;
		const room = roomOf(request.url);
		request.headers['x-request-id'] = requestId;
		response.setHeader('x-request-id', requestId);
		response.once('close', () => {
			const entry = {
				requestId,
				method,
				path: room,
				status: response.statusCode,
				ms: Math.round(performance.now() - began),
				...(!response.writableFinished && { aborted: true })
			};
			if (quiet.has(room)) log.debug(entry, 'request');
			else if (response.statusCode >= 500) log.error(entry, 'request');
			else log.info(entry, 'request');
		});
		next();
	};
}

/** Asked for by programs, again and again. */
const quiet = new Set(['/_app', '/healthz', '/readyz']);

/** The first part of the path, which names the room; further parts may be keys to it. */
export function roomOf(url: string): string {
	const [, first = ''] = (url.split(/[?#]/)[0] ?? '').split('/');
	return /^[a-z_][a-z_.-]{0,31}$/.test(first) || first === '' ? `/${first}` : '/…';
}
