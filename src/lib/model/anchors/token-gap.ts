/** A token of the old row and the one of the new row that it is now, by their places. */
export type Pair = readonly [old: number, now: number];

/** Tokens of two rows, by their places, that may be paired in their order. */
export interface TokenGap {
	old: readonly number[];
	now: readonly number[];
	/** Whether what stands before and behind them is paired. */
	begins: boolean;
	ends: boolean;
}
