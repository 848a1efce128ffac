import type { RoughDay } from '../../practices/values.ts';
import type { Precision } from '../../quantities/precision.ts';

const months: Record<Exclude<Precision, 'day'>, number> = { month: 1, quarter: 3, year: 12 };

/** The last day that may be meant, yyyy-mm-dd. */
export function lastDayOf({ date, precision }: RoughDay): string {
	if (precision === 'day') return date;
	const [year = 0, month = 1] = date.split('-').map(Number);
	const span = months[precision];
	const first = Math.floor((month - 1) / span) * span;
	return new Date(Date.UTC(year, first + span, 0)).toISOString().slice(0, 10);
}

/** Whether the first may lie before the second ends: May 2026 to 2026 is in order. */
export function inOrderOfDays(from: RoughDay | null, to: RoughDay | null): boolean {
	return !from || !to || from.date <= lastDayOf(to);
}
