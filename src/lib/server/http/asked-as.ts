import type { IncomingMessage } from 'node:http';
import express, { type Request } from 'express';
import { memoPer } from '../platform/memo.ts';
import type { Config } from '../platform/config.ts';

type Trusting = Pick<Config, 'trustProxy'>;

const reading = memoPer((config: Trusting) => {
	const app = express();
	app.set('trust proxy', config.trustProxy ?? false);
	return app as typeof app & { request: Request };
});

/**
 * Under which address a request came in, as far as the proxies in front are trusted: as Express reads it, for requests that
 * pass Express by.
 */
export function askedAs({ headers, socket }: IncomingMessage, config: Trusting): { protocol: 'http' | 'https'; host: string } {
	const seen = Object.create(reading(config).request, { headers: { value: headers }, socket: { value: socket } }) as Request;
	return { protocol: seen.protocol === 'https' ? 'https' : 'http', host: seen.host || 'localhost' };
}
