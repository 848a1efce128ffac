import { m } from '#lib/i18n/m';
import type { Cost, Period, RoughDay } from '../model/practices/values.ts';
import type { Formatter } from './format.ts';
import { intlTags } from './intl.ts';
import type { Locale } from './locales.ts';

/** €12,000–15,000, or €12,000.50, in the reader's language. */
export function costWords({ from, to, currency }: Cost, locale: Locale): string {
	const [least, most] = [from ?? to, to ?? from].map(Number);
	// Whole euros, or cents: 12,000.5 is no price.
	const digits = Number.isInteger(least) && Number.isInteger(most) ? { maximumFractionDigits: 0 } : {};
	const format = new Intl.NumberFormat(intlTags[locale], { style: 'currency', currency, ...digits });
	return least === most ? format.format(least ?? 0) : format.formatRange(least ?? 0, most ?? 0);
}

/** 2014–2016; since March 2016; until 2018 */
export function periodWords({ from, to }: Period, format: Formatter): string {
	const day = ({ date, precision }: RoughDay) => format.uncertainDate(date, precision);
	if (from && to) return day(from) === day(to) ? day(from) : m.practices_from_to({ from: day(from), to: day(to) });
	if (from) return m.practices_since({ from: day(from) });
	return to ? m.practices_until({ to: day(to) }) : '';
}
