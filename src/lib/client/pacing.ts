/** From and to, in milliseconds; a time between them is chosen anew each time, so that a thousand readers do not act in step. */
export type Span = readonly [least: number, most: number];

/** Pause after which a stretch of reading is told, so that scrolling through is one message. */
export const beforeMarking: Span = [800, 800];
/** Between two looks whether something got lost without a trace. */
export const betweenLooks: Span = [10_000, 14_000];

export function within([least, most]: Span): number {
	return least + Math.random() * (most - least);
}
