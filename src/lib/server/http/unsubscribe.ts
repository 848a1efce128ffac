import { Router } from 'express';
import { NotFound } from '../platform/errors.ts';
import { unsubscribe } from '../notifications/email/unsubscribe.ts';
import type { Services } from '../services.ts';

/**
 * One click in a mail program (RFC 8058): it posts to the email's link by itself, from nowhere and without a cookie,
 * which the pages refuse of forms. The page of the same address is for people, and its form has a name behind `?`.
 */
export function unsubscribeRoute(services: Services): Router {
	const router = Router();
	router.post('/unsubscribe/:token', async (request, response, next) => {
		if (request.originalUrl.includes('?')) {
			next();
			return;
		}
		request.resume();
		try {
			await unsubscribe(services, request.params.token);
			response.set('cache-control', 'no-store').type('text/plain').send('OK');
		} catch (error) {
			if (!(error instanceof NotFound)) throw error;
			response.status(404).type('text/plain').send('Not Found');
		}
	});
	return router;
}
