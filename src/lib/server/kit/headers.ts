import type { RequestEvent } from '@sveltejs/kit';

/** What every answer of the pages says about itself; the content policy stands in svelte.config.js. */
export function secure(response: Response, { url, locals }: RequestEvent): Response {
	const { headers } = response;
	headers.set('X-Content-Type-Options', 'nosniff');
	headers.set('Referrer-Policy', 'same-origin');
	headers.set('Permissions-Policy', 'camera=(), microphone=(), geolocation=(), payment=(), usb=()');
	headers.set('Cross-Origin-Opener-Policy', 'same-origin');
	headers.set('X-Request-Id', locals.requestId);
	if (url.protocol === 'https:') headers.set('Strict-Transport-Security', 'max-age=31536000');
	// Not `no-store`: that would cost people the quick way back to the page they came from.
	if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'private, no-cache');
	return response;
}
