import type { RequestEvent } from '@sveltejs/kit';
import { tellReader } from './kept-pages.ts';

/** What the pages say about themselves besides what every answer says; the content policy stands in svelte.config.js. */
export function secure(response: Response, event: RequestEvent): Response {
	const { headers } = response;
	tellReader(response, event);
	headers.set('Referrer-Policy', 'same-origin');
	headers.set('Permissions-Policy', 'camera=(), microphone=(), geolocation=(), payment=(), usb=()');
	headers.set('Cross-Origin-Opener-Policy', 'same-origin');
	headers.set('X-Request-Id', event.locals.requestId);
	// Not `no-store`: that would cost people the quick way back to the page they came from.
	if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'private, no-cache');
	return response;
}
