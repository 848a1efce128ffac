import { Lucia, TimeSpan, type DatabaseSession, type DatabaseUser } from 'lucia';
import { DrizzlePostgreSQLAdapter } from '@lucia-auth/adapter-drizzle';
import { eq } from 'drizzle-orm';
import type { Membership } from '#lib/model/roles.ts';
import type { Database } from '../db/client.ts';
import { people, sessions } from '../db/schema/people.ts';
import { currentMemberships } from '../people/memberships.ts';
import type { Clock } from '../clock.ts';
import type { Services } from '../services.ts';

interface PersonAttributes {
	name: string;
	locale: string;
	timeZone: string;
	theme: 'system' | 'light' | 'dark';
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

/**
 * Reads the session, its person and what that person is in the networks in one query.
 * Lucia asks the machine for the time; what is stored goes by the clock of the domain, so dates are moved on the way.
 */
class Adapter extends DrizzlePostgreSQLAdapter {
	readonly #db: Database;
	readonly #clock: Clock;

	constructor(db: Database, clock: Clock) {
		super(db, sessions, people);
		this.#db = db;
		this.#clock = clock;
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

	override async getSessionAndUser(
		id: string
	): Promise<[DatabaseSession | null, DatabaseUser | null]> {
		const now = this.#clock.now();
		const [row] = await this.#db
			.select({
				session: sessions,
				person: {
					name: people.name,
					locale: people.locale,
					timeZone: people.timeZone,
					theme: people.theme,
					suspendedAt: people.suspendedAt
				},
				memberships: currentMemberships(now)
			})
			.from(sessions)
			.innerJoin(people, eq(sessions.userId, people.id))
			.where(eq(sessions.id, id));
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

const built = new WeakMap<Services, ReturnType<typeof build>>();

/** Lucia of these services. Nobody outside this folder knows that it is there. */
export function lucia(services: Services): ReturnType<typeof build> {
	const known = built.get(services) ?? build(services);
	built.set(services, known);
	return known;
}
