import { text } from '@sveltejs/kit';
import type { RequestHandler } from './$types';
import { citySheetOf } from '#lib/server/network/frame.ts';
import { services } from '#lib/server/services.ts';

/** A sheet asked for by its version never changes; asked for without, it is looked up anew each time. */
export const GET: RequestHandler = async ({ url }) =>
	text(await citySheetOf(services().db, url.searchParams.get('network') ?? ''), {
		headers: {
			'Content-Type': 'text/css; charset=utf-8',
			'Cache-Control': url.searchParams.has('v') ? 'public, max-age=31536000, immutable' : 'no-cache'
		}
	});
