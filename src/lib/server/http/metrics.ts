import { createHash, timingSafeEqual } from 'node:crypto';
import { Router, type Request } from 'express';
import { collectDefaultMetrics } from 'prom-client';
import type { Services } from '../services.ts';

/** `/metrics`, which is not for the public: with the configured token, or without one from this machine alone. */
export function metricsPage({ config, metrics }: Pick<Services, 'config' | 'metrics'>): Router {
	const router = Router();
	if (!metrics.registry.getSingleMetric('process_start_time_seconds')) collectDefaultMetrics({ register: metrics.registry });
	const mayRead = config.metricsToken === null ? fromThisMachine : holds(config.metricsToken);

	router.get('/metrics', async (request, response, next) => {
		if (!mayRead(request)) {
			next();
			return;
		}
		const text = await metrics.registry.metrics();
		response.set('cache-control', 'no-store').type(metrics.registry.contentType).send(text);
	});
	return router;
}

/** A proxy on this machine connects from here too, but passes on another host, or says that it forwards. */
function fromThisMachine({ socket, headers }: Request): boolean {
	const direct = !headers.forwarded && !headers['x-forwarded-for'] && !headers.via;
	const here = /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/.test(socket.remoteAddress ?? '');
	return here && direct && /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i.test(headers.host ?? '');
}

function holds(token: string): (request: Request) => boolean {
	const digest = (text: string) => createHash('sha256').update(text).digest();
	const wanted = digest(`Bearer ${token}`);
	return ({ headers }) => timingSafeEqual(digest(headers.authorization ?? ''), wanted);
}
