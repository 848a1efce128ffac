import type { RequestEvent } from '@sveltejs/kit';
import { cookieAttributes, sessionCookie } from '../auth/cookie.ts';
import { deviceOf } from '../auth/device.ts';
import { endSession, startSession } from '../auth/session.ts';
import type { Client } from '../auth/sign-in.ts';
import { services } from '../services.ts';

/** The browser that asks. */
export function clientOf(event: RequestEvent): Client {
	return { address: event.getClientAddress(), userAgent: event.request.headers.get('user-agent') };
}

/** Starts a session in this browser, in the place of the one it had. */
export async function letIn(event: RequestEvent, personId: string): Promise<void> {
	const device = deviceOf(event.request.headers.get('user-agent'));
	await handOver(event, await startSession(services(), personId, device));
}

/** Gives the browser the token of its new session. */
export async function handOver(
	{ cookies, locals, url }: RequestEvent,
	{ token, expiresAt }: { token: string; expiresAt: Date }
): Promise<void> {
	if (locals.session) await endSession(services(), locals.session.id);
	const overTls = url.protocol === 'https:';
	cookies.set(sessionCookie(overTls), token, cookieAttributes(overTls, expiresAt));
}

export async function letOut({ cookies, locals, url }: RequestEvent): Promise<void> {
	if (locals.session) await endSession(services(), locals.session.id);
	const overTls = url.protocol === 'https:';
	cookies.set(sessionCookie(overTls), '', cookieAttributes(overTls, new Date(0)));
}
