import { RateLimiterMemory } from 'rate-limiter-flexible';
import { memoPer } from '../platform/memo.ts';
import { takePoint } from '../platform/take-point.ts';
import type { Services } from '../services.ts';

const hour = 60 * 60;

const limitersOf = memoPer((_: Services) => ({
	/** A coordinator invites a whole city in an afternoon, and no more. */
	inviter: new RateLimiterMemory({ points: 60, duration: hour }),
	/** Nobody's mailbox is filled with invitations, whoever sends them. */
	address: new RateLimiterMemory({ points: 6, duration: 24 * hour })
}));

/**
 * Counts a letter of invitation, new or renewed.
 * @throws TooMany with the seconds until the next one may go
 */
export async function countInvitation(services: Services, { inviter, email }: { inviter: string; email: string }): Promise<void> {
	const limiters = limitersOf(services);
	await takePoint(limiters.inviter, inviter);
	await takePoint(limiters.address, email.toLowerCase());
}
