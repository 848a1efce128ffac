import type { RequestEvent } from '@sveltejs/kit';
import { tellReader } from './kept-pages.ts';

/** Of a page of words alone, without a script; that of all others stands in svelte.config.js. */
const policyOfWords =
	"default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** What the pages say about themselves besides what every answer says. */
export function secure(response: Response, event: RequestEvent): Response {
	const { headers } = response;
	tellReader(response, event);
	headers.set('Referrer-Policy', 'same-origin');
	headers.set('Permissions-Policy', 'camera=(), microphone=(), geolocation=(), payment=(), usb=()');
	headers.set('Cross-Origin-Opener-Policy', 'same-origin');
	headers.set('X-Request-Id', event.locals.requestId);
	const isPage = headers.get('Content-Type')?.startsWith('text/html');
	if (isPage && !headers.has('Content-Security-Policy')) headers.set('Content-Security-Policy', policyOfWords);
	// Not `no-store`: that would cost people the quick way back to the page they came from.
	if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'private, no-cache');
	return response;
}
