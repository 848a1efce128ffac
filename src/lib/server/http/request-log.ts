import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';
import type { Services } from '../services.ts';

/** Gives every request an id and logs its end, without anything that tells who asked for what in particular. */
export function requestLog({ log, metrics }: Pick<Services, 'log' | 'metrics'>): RequestHandler {
	return (request, response, next) => {
		const requestId = randomUUID();
		const began = performance.now();
		const { method } = request;
		const room = roomOf(request.url);
		request.headers['x-request-id'] = requestId;
		response.setHeader('x-request-id', requestId);
		response.once('close', () => {
			const took = performance.now() - began;
			metrics.requests.observe({ method: methodOf(method), status: `${Math.floor(response.statusCode / 100)}xx` }, took / 1000);
			const entry = {
				requestId,
				method,
				path: room,
				status: response.statusCode,
				ms: Math.round(took),
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
const quiet = new Set(['/_app', '/healthz', '/readyz', '/metrics']);

/** Made-up methods would each open a series of their own. */
function methodOf(method: string): string {
	return ['GET', 'HEAD', 'POST', 'OPTIONS'].includes(method) ? method : 'other';
}

/** The first part of the path, which names the room; further parts may be keys to it. */
export function roomOf(url: string): string {
	const [, first = ''] = (url.split(/[?#]/)[0] ?? '').split('/');
	return /^[a-z_][a-z_.-]{0,31}$/.test(first) || first === '' ? `/${first}` : '/…';
}
