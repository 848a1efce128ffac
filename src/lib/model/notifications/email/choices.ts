import { notificationKinds, type NotificationKind } from '../kinds.ts';

/** As it happens, gathered in the digest, or not at all. */
export const ways = ['once', 'digest', 'off'] as const;
export type Way = (typeof ways)[number];

/** Reasons that nothing gives yet: what they would bring is not offered. */
const ofRoomsToCome: readonly NotificationKind[] = ['assignment', 'invitation', 'decision'];

/** What people choose their emails by. */
export const offeredKinds = notificationKinds.filter((kind) => !ofRoomsToCome.includes(kind));

/** For those who have chosen nothing: what is meant for them at once, what they follow together. */
export const usualWays: Record<NotificationKind, Way> = {
	assignment: 'once',
	invitation: 'once',
	decision: 'once',
	mention: 'once',
	reply: 'once',
	city: 'once',
	follow: 'digest',
	reminder: 'once',
	moderation: 'once'
};

/** What may be chosen for a kind: a reminder that comes with a digest may come too late. */
export function waysFor(kind: NotificationKind): readonly Way[] {
	return kind === 'reminder' ? ['once', 'off'] : ways;
}

export const rhythms = ['daily', 'weekly', 'off'] as const;
export type Rhythm = (typeof rhythms)[number];

/** When somebody wants their emails; hours by the clocks of their own zone. */
export interface Times {
	rhythm: Rhythm;
	/** 0 to 23 */
	hour: number;
	/** From Monday, 1, to Sunday, 7; counts when weekly. */
	weekday: number;
	/** Between these (HH:MM) nothing is sent; null where there is no such time. */
	quiet: { from: string; to: string } | null;
}

export const usualTimes: Times = { rhythm: 'daily', hour: 8, weekday: 1, quiet: null };
