import { eq } from 'drizzle-orm';
import type { Suspension } from '#lib/model/moderation/moderation.ts';
import type { Database } from '../db/client.ts';
import { people } from '../db/schema/people.ts';

type Row = Pick<typeof people.$inferSelect, 'suspendedAt' | 'suspendedReason'>;

/** What a row of `people` says of a suspension; null for those in good standing. */
export function suspensionIn({ suspendedAt, suspendedReason }: Row): Suspension | null {
	return suspendedAt && { since: suspendedAt.toISOString(), reason: suspendedReason };
}

/** For that very person: since when, and why. */
export async function suspensionOf(db: Database, personId: string): Promise<Suspension | null> {
	const [row] = await db
		.select({ suspendedAt: people.suspendedAt, suspendedReason: people.suspendedReason })
		.from(people)
		.where(eq(people.id, personId));
	return row ? suspensionIn(row) : null;
}
