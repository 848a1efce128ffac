import type { TypedRow } from '#lib/model/plans/rows/typed.ts';
import type { Untaken } from '#lib/model/practices/untaken.ts';

/** What stands in the form of a row that is not there yet, and what of it was not taken. Fields write into `typed`. */
export class FilledRow {
	typed = $state() as TypedRow;
	untaken = $state.raw<readonly Untaken[]>([]);

	constructor(typed: TypedRow, untaken: readonly Untaken[] = []) {
		this.typed = typed;
		this.untaken = untaken;
	}
}
