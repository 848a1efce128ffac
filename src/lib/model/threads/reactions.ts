/** What one can say without words about a post, or about what a thread hangs on. */
export const reactionKinds = ['agree', 'thanks', 'idea', 'celebrate', 'unsure'] as const;
export type ReactionKind = (typeof reactionKinds)[number];

/** Somebody who reacted, with the code of their city. */
export interface Reactor {
	id: string;
	name: string;
	city: string | null;
}

export interface Reaction {
	kind: ReactionKind;
	/** In the order of time, never empty. */
	by: Reactor[];
}

/** The reactions after one more was set or unset; doing it twice changes nothing. */
export function reacted(before: Reaction[], kind: ReactionKind, by: Reactor, on: boolean): Reaction[] {
	const has = before.some((one) => one.kind === kind && one.by.some(({ id }) => id === by.id));
	if (has === on) return before;
	if (!on) {
		return before
			.map((one) => (one.kind === kind ? { kind, by: one.by.filter(({ id }) => id !== by.id) } : one))
			.filter((one) => one.by.length > 0);
	}
	if (!before.some((one) => one.kind === kind)) return [...before, { kind, by: [by] }];
	return before.map((one) => (one.kind === kind ? { kind, by: [...one.by, by] } : one));
}
