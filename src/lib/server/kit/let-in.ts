import type { RequestEvent } from '@sveltejs/kit';
import { cookieAttributes, deviceCookie, sessionCookie } from '../auth/cookie.ts';
import { deviceOf } from '../auth/device.ts';
import { deviceToken } from '../auth/known-device.ts';
import { endSession, startSession } from '../auth/session.ts';
import type { Client, Entered } from '../auth/sign-in.ts';
import { services } from '../services.ts';

/** The browser that asks. */
export function clientOf(event: RequestEvent): Client {
	return {
		address: event.getClientAddress(),
		userAgent: event.request.headers.get('user-agent'),
		device: event.cookies.get(deviceCookie(event.url.protocol === 'https:')) ?? null
	};
}

/** Starts a session in this browser, in the place of the one it had. */
export async function letIn(event: RequestEvent, personId: string): Promise<void> {
	const device = deviceOf(event.request.headers.get('user-agent'));
	await handOver(event, { personId, ...(await startSession(services(), personId, device)) });
}

/** Gives the browser the token of its new session. */
export async function handOver(event: RequestEvent, { personId, token, expiresAt }: Entered): Promise<void> {
	const { cookies, locals, url } = event;
	if (locals.session) await endSession(services(), locals.session.id);
	const overTls = url.protocol === 'https:';
	cookies.set(sessionCookie(overTls), token, cookieAttributes(overTls, expiresAt));
	await makeKnown(event, personId);
}

const year = 365 * 24 * 60 * 60_000;

/** From now on the person is known in this browser: who guesses elsewhere does not keep them out here. */
export async function makeKnown({ cookies, url }: RequestEvent, personId: string): Promise<void> {
	const overTls = url.protocol === 'https:';
	const until = new Date(services().clock.now().getTime() + year);
	cookies.set(deviceCookie(overTls), await deviceToken(services(), personId), cookieAttributes(overTls, until));
}

export async function letOut({ cookies, locals, url }: RequestEvent): Promise<void> {
	if (locals.session) await endSession(services(), locals.session.id);
	const overTls = url.protocol === 'https:';
	cookies.set(sessionCookie(overTls), '', cookieAttributes(overTls, new Date(0)));
}
