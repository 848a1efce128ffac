/** Why a value that somebody typed was not taken; `sayTypedProblem` has the words. */
export interface TypedProblem {
	code:
		| 'amount_unreadable'
		| 'amount_too_fine'
		| 'amount_too_large'
		| 'amount_negative'
		| 'currency_unknown'
		| 'figure_unreadable'
		| 'figure_too_long'
		| 'number_in_doubt'
		| 'period_unreadable'
		| 'period_is_two'
		| 'period_without_year'
		| 'day_missing'
		| 'year_unlikely';
	/** As it was typed. */
	typed: string;
	/** What it may mean, as decimals with a point. */
	readings?: readonly [string, string];
}

export interface TypedRefused {
	problem: TypedProblem;
}
