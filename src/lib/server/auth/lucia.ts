import { Lucia, TimeSpan, type DatabaseSession, type DatabaseUser } from 'lucia';
import { DrizzlePostgreSQLAdapter } from '@lucia-auth/adapter-drizzle';
import { eq, sql } from 'drizzle-orm';
import type { Membership } from '#lib/model/access/roles.ts';
import type { Database } from '../db/client.ts';
import { people, sessions } from '../db/schema/people.ts';
import { currentMemberships } from '../access/memberships.ts';
import type { Clock } from '../platform/clock.ts';
import { memoPer } from '../platform/memo.ts';
import type { Services } from '../services.ts';
import { batched } from '../platform/batch.ts';

interface PersonAttributes {
	name: string;
	locale: string;
	timeZone: string;
	theme: 'system' | 'light' | 'dark';
	letterKeys: boolean;
	suspendedAt: Date | null;
	memberships: Membership[];
}

interface SessionAttributes {
	createdAt: Date;
	lastSeenAt: Date;
	device: string;
}

declare module 'lucia' {
	interface Register {
		Lucia: ReturnType<typeof build>;
		UserId: string;
		DatabaseUserAttributes: PersonAttributes;
		DatabaseSessionAttributes: SessionAttributes;
	}
}

/** Sessions with their people and what these are in the networks; made once, because building a query costs more than asking it. */
function sessionsQuery(db: Database) {
	return (
		db
			.select({
				session: sessions,
				person: {
					name: people.name,
					locale: people.locale,
					timeZone: people.timeZone,
					theme: people.theme,
					letterKeys: people.letterKeys,
					suspendedAt: people.suspendedAt
				},
				memberships: currentMemberships(sql.placeholder('now'))
			})
			.from(sessions)
			.innerJoin(people, eq(sessions.userId, people.id))
			// Selected, the list is as long to the planner as any other, so that it keeps its plan.
			.where(sql`${sessions.id} = any((select ${sql.placeholder('ids')}::text[])::text[])`)
			.prepare('sessions')
	);
}
type Found = Awaited<ReturnType<ReturnType<typeof sessionsQuery>['execute']>>[number];

/**
 * Reads the session, its person and what that person is in the networks in one query, those who come at the same time
 * together. Lucia asks the machine for the time; what is stored goes by the clock of the domain, so dates are moved on
 * the way.
 */
class Adapter extends DrizzlePostgreSQLAdapter {
	readonly #clock: Clock;
	readonly #find: (id: string) => Promise<Found | undefined>;

	constructor(db: Database, clock: Clock) {
		super(db, sessions, people);
		const query = sessionsQuery(db);
		this.#clock = clock;
		this.#find = batched(async (ids: string[]) => {
			const rows = await query.execute({ ids, now: clock.now().toISOString() });
			const found = new Map(rows.map((row) => [row.session.id, row]));
			return ids.map((id) => found.get(id));
		});
	}

	#stored(date: Date): Date {
		return new Date(date.getTime() - Date.now() + this.#clock.now().getTime());
	}

	#read(date: Date): Date {
		return new Date(date.getTime() + Date.now() - this.#clock.now().getTime());
	}

	override setSession(session: DatabaseSession): Promise<void> {
		return super.setSession({ ...session, expiresAt: this.#stored(session.expiresAt) });
	}

	override updateSessionExpiration(id: string, expiresAt: Date): Promise<void> {
		return super.updateSessionExpiration(id, this.#stored(expiresAt));
	}

	override async getSessionAndUser(id: string): Promise<[DatabaseSession | null, DatabaseUser | null]> {
		const row = await this.#find(id);
		if (!row) return [null, null];
		const { userId, createdAt, lastSeenAt, device } = row.session;
		const expiresAt = this.#read(row.session.expiresAt);
		return [
			{ id, userId, expiresAt, attributes: { createdAt, lastSeenAt, device } },
			{ id: userId, attributes: { ...row.person, memberships: row.memberships } }
		];
	}
}

function build(services: Services) {
	return new Lucia(new Adapter(services.db, services.clock), {
		sessionExpiresIn: new TimeSpan(30, 'd'),
		getSessionAttributes: ({ lastSeenAt }) => ({ lastSeenAt }),
		getUserAttributes: (attributes) => attributes
	});
}

/** Lucia of these services. Nobody outside this folder knows that it is there. */
export const lucia = memoPer(build);
