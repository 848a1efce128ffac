/** Why something is addressed to a person, the strongest reason first: of several for one event the first one counts. */
export const notificationKinds = [
	'assignment',
	'invitation',
	'decision',
	'mention',
	'reply',
	'city',
	'follow',
	'reminder',
	'moderation'
] as const;
export type NotificationKind = (typeof notificationKinds)[number];

/** What waits until it is answered or done. The others inform: nothing is asked of anybody. */
export const waitingKinds: readonly NotificationKind[] = ['assignment', 'invitation', 'mention', 'reply', 'city', 'moderation'];

/** Of several reasons the strongest. */
export function strongest(kinds: readonly NotificationKind[]): NotificationKind | undefined {
	return notificationKinds.find((kind) => kinds.includes(kind));
}

/** What notifications are grouped by and what people follow: a kind of the database, which a noun brings. */
export type ItemKind = string;

/** What a person wants to be told of an item: everything said in it, what is addressed to them, or nothing. */
export const followLevels = ['all', 'mentions', 'nothing'] as const;
export type FollowLevel = (typeof followLevels)[number];

export const usualLevel: FollowLevel = 'mentions';
