import { m } from '#lib/i18n/m';
import type { Formatter } from '#lib/i18n/format.ts';
import type { Cost, Period, RoughDay } from '#lib/model/practices/values.ts';

/** €12,000–15,000, in the reader's language. */
export function costWords({ from, to, currency }: Cost, locale: string): string {
	const format = new Intl.NumberFormat(locale, { style: 'currency', currency, minimumFractionDigits: 0, maximumFractionDigits: 2 });
	const [least, most] = [from ?? to, to ?? from].map(Number);
	return least === most ? format.format(least ?? 0) : format.formatRange(least ?? 0, most ?? 0);
}

/** 2014–2016; since March 2016; until 2018 */
export function periodWords({ from, to }: Period, format: Formatter): string {
	const day = ({ date, precision }: RoughDay) => format.uncertainDate(date, precision);
	if (from && to) return day(from) === day(to) ? day(from) : m.practices_from_to({ from: day(from), to: day(to) });
	if (from) return m.practices_since({ from: day(from) });
	return to ? m.practices_until({ to: day(to) }) : '';
}
