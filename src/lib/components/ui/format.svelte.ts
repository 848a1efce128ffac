import { page } from '$app/state';
import { formatter, type Formatter } from '#lib/i18n/format.ts';

/** Dates, times, numbers and lists as the reader of this page is used to them. */
export function useFormat(): Formatter {
	return formatter(page.data.locale, page.data.timeZone);
}
