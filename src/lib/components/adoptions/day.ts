import type { Formatter } from '#lib/i18n/format.ts';

/** The day of a moment, with its year where that is not this one: 14 November. */
export function dayOf(format: Formatter, at: string, now: string): string {
	return at.slice(0, 4) === now.slice(0, 4) ? format.dayMonth(at) : format.date(at);
}
