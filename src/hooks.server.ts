import { randomUUID } from 'node:crypto';
import type { Handle, HandleServerError } from '@sveltejs/kit';
import { withLocale } from '#lib/i18n/m';
import { cookieAttributes, sessionCookie } from '#lib/server/auth/cookie.ts';
import { actorFromCookies } from '#lib/server/auth/session.ts';
import { compress } from '#lib/server/kit/compress.ts';
import { guard } from '#lib/server/kit/guard.ts';
import { limited } from '#lib/server/kit/limited.ts';
import { secure } from '#lib/server/kit/headers.ts';
import { chosenLocale, chosenTheme } from '#lib/server/kit/preferences.ts';
import { services } from '#lib/server/services.ts';
import { onceMarked } from '#lib/server/threads/marks-under-way.ts';

export const handle: Handle = async ({ event, resolve }) => {
	const { cookies, locals, request, url } = event;
	const overTls = url.protocol === 'https:';
	const found = await actorFromCookies(services(), request.headers.get('cookie'), {
		secure: overTls
	});
	const signedIn = found.actor.kind === 'person' ? found.actor : null;
	locals.requestId = requestId(request);
	locals.actor = found.actor;
	locals.session = found.session;
	locals.locale = signedIn?.locale ?? chosenLocale(cookies, request.headers.get('accept-language'));
	locals.theme = signedIn ? found.theme : chosenTheme(cookies);
	locals.letterKeys = found.letterKeys;

	const name = sessionCookie(overTls);
	const token = cookies.get(name);
	if (found.renewedUntil && token) {
		cookies.set(name, token, cookieAttributes(overTls, found.renewedUntil));
	}

	return withLocale(locals.locale, async () => {
		guard(event);
		const response = await limited(event, async () => {
			await onceMarked(services(), found.actor);
			return resolve(event, {
				transformPageChunk: ({ html }) => inLanguageAndTheme(html, locals),
				preload: ({ type }) => type === 'js' || type === 'css'
			});
		});
		return compress(secure(response, event), event);
	});
};

/** Fills in the opening tag alone: searching and joining a long page costs more than its posts. */
function inLanguageAndTheme(html: string, { locale, theme }: App.Locals): string {
	const end = html.indexOf('<head>');
	const opening = html
		.slice(0, end)
		.replace('%swing.lang%', locale)
		.replace('%swing.theme%', theme === 'system' ? '' : `data-theme="${theme}"`);
	return opening + html.slice(end);
}

/** The server gives every request its id; a request that comes past it gets one here. */
function requestId(request: Request): string {
	const given = request.headers.get('x-request-id') ?? '';
	return /^[\w-]{8,64}$/.test(given) ? given : randomUUID();
}

export const handleError: HandleServerError = ({ error, event, status }) => {
	const { requestId } = event.locals;
	const code = status === 404 ? 'not_found' : 'failed';
	if (status >= 500) {
		services().log.error({ err: error, requestId, route: event.route.id, status }, 'page failed');
	}
	return { message: code, code, requestId };
};
