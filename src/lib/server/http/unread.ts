import type { RequestHandler } from 'express';

/** Drops the body of a request that was answered without reading it: left there, it blocks the next one on the line. */
export const dropUnread: RequestHandler = (request, response, next) => {
	response.on('finish', () => {
		if (request.complete) return;
		request.removeAllListeners('data');
		request.resume();
	});
	next();
};
