import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express';
import type { Services } from '../services.ts';
import { filesPage } from './files.ts';
import { forwarded } from './forwarded.ts';
import { health } from './health.ts';
import { metricsPage } from './metrics.ts';
import { readableAddress } from './readable-address.ts';
import { requestLog } from './request-log.ts';
import { dropUnread } from './unread.ts';
import { unsubscribeRoute } from './unsubscribe.ts';
import { uploadRoutes } from './uploads.ts';

/** Everything that answers over HTTP: health for machines, the pages for people. */
export function createApp({
	services,
	pages,
	isStopping
}: {
	services: Services;
	pages: RequestHandler;
	isStopping: () => boolean;
}): Express {
	const { config, log } = services;
	const app = express();
	app.disable('x-powered-by');
	app.disable('etag');
	app.set('trust proxy', config.trustProxy ?? false);
	app.use(requestLog(services));
	app.use(dropUnread);
	app.use(readableAddress);
	app.use(health(services, isStopping));
	app.use(metricsPage(services));
	app.use(unsubscribeRoute(services));
	app.use(forwarded);
	app.use(uploadRoutes(services));
	app.use(filesPage(services));
	app.use(pages);
	app.use(answerFailure(log));
	return app;
}

/** For what goes wrong before or around the pages, which answer for their own failures. */
function answerFailure(log: Services['log']): ErrorRequestHandler {
	return (err: unknown, request, response, next) => {
		const { status = 500 } = err as { status?: number };
		if (status >= 500) log.error({ err, requestId: request.headers['x-request-id'] }, 'request failed');
		if (response.headersSent) {
			next(err);
			return;
		}
		response
			.status(status)
			.type('text/plain')
			.send(status >= 500 ? 'Internal Server Error' : 'Bad Request');
	};
}
