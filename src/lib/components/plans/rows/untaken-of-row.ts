import type { TypedRow } from '#lib/model/plans/rows/typed.ts';
import type { Issue } from '#lib/model/problem.ts';
import type { Untaken } from '#lib/model/practices/untaken.ts';

/** What the command did not take, where it stands in the fields: `values.costFrom` is in the cell `cost`. */
export function untakenOfRow(typed: TypedRow, issues: readonly Issue[] = []): Untaken[] {
	return issues.flatMap(({ field, code }) => {
		const [, name = ''] = field.split('.');
		const found = Object.entries(typed).find(([cell, fields]) => cell === name || Object.hasOwn(fields, name));
		if (!found) return [];
		const [cell, fields] = found;
		return [{ at: Object.keys(fields).length > 1 && cell !== 'measurements' ? `${cell}.${name}` : cell, code }];
	});
}
