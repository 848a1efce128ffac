import type { Server } from 'node:http';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { RequestHandler } from 'express';
import { handlerEnvironment } from './forwarded.ts';

const root = resolve(import.meta.dirname, '../../../..');

export interface Pages {
	serve: RequestHandler;
	close(): Promise<void>;
}

/** The pages as built. */
export async function builtPages(): Promise<Pages> {
	Object.assign(process.env, handlerEnvironment);
	const built = pathToFileURL(resolve(root, 'build/handler.js')).href;
	const { handler } = (await import(built)) as { handler: RequestHandler };
	return { serve: handler, close: async () => {} };
}

/** The pages from their sources, with live reload over the same server. */
export async function livePages(server: Server): Promise<Pages> {
	const { createServer } = await import('vite');
	const vite = await createServer({
		root,
		configLoader: 'native',
		server: { middlewareMode: true, ws: { server } }
	});
	return { serve: vite.middlewares, close: () => vite.close() };
}
