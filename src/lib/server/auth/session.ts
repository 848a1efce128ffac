import { and, eq, lte, ne, sql } from 'drizzle-orm';
import { baseLocale, isLocale } from '#lib/i18n/locales.ts';
import { visitor, type Actor } from '#lib/model/access/actor.ts';
import type { Theme } from '#lib/model/theme.ts';
import { noted } from '../audit/record-audit.ts';
import { sessions } from '../db/schema/people.ts';
import { memoPer } from '../platform/memo.ts';
import type { Services } from '../services.ts';
import { batched } from '../platform/batch.ts';
import { tokenIn } from './cookie.ts';
import { lucia } from './lucia.ts';
import { hashOf, newToken } from './token.ts';

/** How stale "last seen" may become before a request writes it anew. */
const seenEvery = 5 * 60_000;

export interface SignedIn {
	actor: Actor;
	session: { id: string } | null;
	/** The person's choice; `system` for visitors. */
	theme: Theme;
	/** Whether single letters are shortcuts for them. */
	letterKeys: boolean;
	/** Set when this request has prolonged the session: the cookie's new end. */
	renewedUntil: Date | null;
}

const nobody: SignedIn = { actor: visitor, session: null, theme: 'system', letterKeys: true, renewedUntil: null };

/** Who is asking, for pages and for the socket handshake alike: one query. */
export async function actorFromCookies(
	services: Services,
	cookieHeader: string | null | undefined,
	{ secure = false }: { secure?: boolean } = {}
): Promise<SignedIn> {
	const token = tokenIn(cookieHeader, secure);
	if (!token) return nobody;
	const { session, user } = await lucia(services).validateSession(hashOf(token));
	if (!session) return nobody;
	await noteSeen(services, session);
	return {
		actor: {
			kind: 'person',
			id: user.id,
			name: user.name,
			locale: isLocale(user.locale) ? user.locale : baseLocale,
			timeZone: user.timeZone,
			suspended: user.suspendedAt !== null,
			memberships: user.memberships
		},
		session: { id: session.id },
		theme: user.theme,
		letterKeys: user.letterKeys,
		renewedUntil: session.fresh ? session.expiresAt : null
	};
}

/** Those who come back at the same time, after a break all readers, are noted together. */
const notingOn = memoPer(({ db, clock }: Services) =>
	batched(async (ids: string[]) => {
		await db
			.update(sessions)
			.set({ lastSeenAt: clock.now() })
			.where(sql`${sessions.id} = any(${sql.param(ids)}::text[])`);
		return [];
	})
);

async function noteSeen(services: Services, session: { id: string; lastSeenAt: Date }): Promise<void> {
	if (services.clock.now().getTime() - session.lastSeenAt.getTime() < seenEvery) return;
	await notingOn(services)(session.id);
}

/** The token goes into the cookie and nowhere else. */
export async function startSession(services: Services, personId: string, device: string): Promise<{ token: string; expiresAt: Date }> {
	const token = newToken();
	const now = services.clock.now();
	// Those of browsers that never came back: nobody else would sweep them up.
	await services.db.delete(sessions).where(and(eq(sessions.userId, personId), lte(sessions.expiresAt, now)));
	const { expiresAt } = await lucia(services).createSession(
		personId,
		{ createdAt: now, lastSeenAt: now, device },
		{ sessionId: hashOf(token) }
	);
	await noted(services.db, { at: now, actorId: personId, action: 'account.signedIn', subjectKind: 'account', subjectId: personId });
	return { token, expiresAt };
}

export async function endSession(services: Services, sessionId: string): Promise<void> {
	await lucia(services).invalidateSession(sessionId);
	services.sessionsEnded.announce([sessionId]);
}

/** Ends all of a person's sessions, or all but the one that is kept; says how many. */
export async function endOtherSessions(services: Services, personId: string, kept: string | null): Promise<number> {
	const theirs = eq(sessions.userId, personId);
	const ended = await services.db
		.delete(sessions)
		.where(kept === null ? theirs : and(theirs, ne(sessions.id, kept)))
		.returning({ id: sessions.id });
	if (ended.length > 0) services.sessionsEnded.announce(ended.map(({ id }) => id));
	return ended.length;
}
