import { m } from '#lib/i18n/m';
import type { Formatter } from '#lib/i18n/format.ts';
import { beforeAll, notTold } from '#lib/model/practices/facets.ts';
import type { ListedPractice } from '#lib/model/practices/listed.ts';

const euros = (amount: string, format: Formatter) => `€\u00a0${format.number(Number(amount))}`;

/** What a band of costs is called. */
export function costBandName(band: string, format: Formatter): string {
	if (band === notTold) return m.practices_found_not_told();
	if (band === 'other') return m.practices_found_cost_other();
	const [, kind, from = '', to] = /^(under-|over-)?(\d+)(?:-(\d+))?$/.exec(band) ?? [];
	if (kind === 'under-') return m.practices_found_cost_under({ to: euros(from, format) });
	if (to === undefined) return m.practices_found_cost_over({ from: euros(from, format) });
	return m.practices_found_cost_between({ from: euros(from, format), to: euros(to, format) });
}

/** What five years are called, of which the first is told. */
export function spanName(value: string): string {
	if (value === notTold) return m.practices_found_not_told();
	if (value === beforeAll) return m.practices_found_years_before({ year: '2000' });
	return m.practices_found_years({ from: value, to: String(Number(value) + 4) });
}

/** From when until when; nothing where it is not told. */
export function yearsOf({ fromYear, toYear }: Pick<ListedPractice, 'fromYear' | 'toYear'>): string {
	if (fromYear === null) return '';
	const from = String(fromYear);
	if (toYear === null) return m.practices_found_years_going({ from });
	return toYear === fromYear ? from : m.practices_found_years({ from, to: String(toYear) });
}
