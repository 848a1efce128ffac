/** Over https the browser itself makes sure that no other host or path has set it. */
export function sessionCookie(secure: boolean): string {
	return secure ? '__Host-swing' : 'swing';
}

/** What a browser keeps after signing out, so that its owner is known there (see `known-device.ts`). */
export function deviceCookie(secure: boolean): string {
	return `${sessionCookie(secure)}-known`;
}

/** For Kit's `cookies.set`: not for scripts, not sent along by other sites' forms. */
export function cookieAttributes(secure: boolean, expires: Date) {
	return { path: '/', httpOnly: true, sameSite: 'lax', secure, expires } as const;
}

/** The session token in a Cookie header. Over https only the guarded cookie counts. */
export function tokenIn(header: string | null | undefined, secure: boolean): string | null {
	return valueOf(header, sessionCookie(secure));
}

function valueOf(header: string | null | undefined, name: string): string | null {
	for (const part of (header ?? '').split(';')) {
		const [key, ...value] = part.split('=');
		if (key?.trim() === name) return value.join('=').trim() || null;
	}
	return null;
}
