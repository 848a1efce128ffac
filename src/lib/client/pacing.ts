/** From and to, in milliseconds; a time between them is chosen anew each time, so that a thousand readers do not act in step. */
export type Span = readonly [least: number, most: number];

/**
 * After so long what was read is told: in a busy meeting a thousand see the same message at once, and their marks are not to
 * meet the next one.
 */
export const beforeMarking: Span = [2000, 8000];
/** Between two looks whether something got lost without a trace. */
export const betweenLooks: Span = [10_000, 14_000];

export function within([least, most]: Span): number {
	return least + Math.random() * (most - least);
}
