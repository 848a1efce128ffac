import { and, desc, eq, gt } from 'drizzle-orm';
import type { Person } from '#lib/model/access/actor.ts';
import { sessions } from '../db/schema/people.ts';
import type { Services } from '../services.ts';

export interface OwnSession {
	/** The browser in its owner's words; empty when it did not say. */
	device: string;
	since: string;
	lastSeen: string;
	/** The one that is asking. */
	here: boolean;
}

/** Where a person is signed in, the latest first. */
export async function ownSessions({ db, clock }: Services, person: Person, here: string): Promise<OwnSession[]> {
	const rows = await db
		.select()
		.from(sessions)
		.where(and(eq(sessions.userId, person.id), gt(sessions.expiresAt, clock.now())))
		.orderBy(desc(sessions.lastSeenAt));
	return rows.map(({ id, device, createdAt, lastSeenAt }) => ({
		device,
		since: createdAt.toISOString(),
		lastSeen: lastSeenAt.toISOString(),
		here: id === here
	}));
}
