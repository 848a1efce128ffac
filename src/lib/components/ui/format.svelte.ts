import { formatter, type Formatter } from '#lib/i18n/format.ts';
import { useReader } from './reader.svelte.ts';

/** Dates, times, numbers and lists as the reader of this page is used to them. Called while a component is made. */
export function useFormat(): Formatter {
	const { locale, timeZone } = useReader();
	return formatter(locale, timeZone);
}
