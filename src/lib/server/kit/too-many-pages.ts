import type { RequestEvent } from '@sveltejs/kit';
import { m } from '#lib/i18n/m';

/** In words, without the work of a page; a page comes by itself when its time is there. */
export function tooManyPages({ request, isDataRequest, locals: { locale } }: RequestEvent, retryAfter: number): Response {
	const headers = { 'retry-after': String(retryAfter), 'cache-control': 'no-store' };
	if (isDataRequest || !request.headers.get('accept')?.includes('text/html')) {
		return Response.json({ message: 'too_many', code: 'too_many', retryAfter }, { status: 429, headers });
	}
	const again = request.method === 'GET' ? `<meta http-equiv="refresh" content="${retryAfter}" />` : '';
	const page = `<!doctype html>
<html lang="${locale}">
	<head>
		<meta charset="utf-8" />
		<meta name="viewport" content="width=device-width, initial-scale=1" />
		<meta name="color-scheme" content="light dark" />
		${again}
		<title>Swing</title>
		<link rel="icon" href="/favicon.svg" type="image/svg+xml" />
		<link rel="stylesheet" href="/error.css" />
	</head>
	<body>
		<main>
			<img src="/favicon.svg" alt="Swing" width="48" height="48" />
			<h1>${m.errors_429_title()}</h1>
			<p>${m.errors_429_when({ count: retryAfter })}</p>
		</main>
	</body>
</html>
`;
	return new Response(page, { status: 429, headers: { ...headers, 'content-type': 'text/html; charset=utf-8' } });
}
