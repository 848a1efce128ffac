import type { Amount } from '#lib/model/quantities/amount.ts';
import { intlTags } from './intl.ts';
import type { Locale } from './locales.ts';

function written(value: string, locale: Locale, options: Intl.NumberFormatOptions): string {
	return new Intl.NumberFormat(intlTags[locale], { maximumFractionDigits: 20, ...options }).format(value as `${number}`);
}

const placesOf = (value: string): number => value.split('.')[1]?.length ?? 0;

/** A decimal ("12000.50") as it stands in a field: "12,000.50" in English, "12 000,50" in Latvian; it is read again as the same. */
export function fieldNumber(value: string, locale: Locale): string {
	// "1.234" alone could be thousands.
	const couldBeGroups = /^-?[1-9]\d{0,2}\.\d{3}$/.test(value);
	return written(value, locale, { minimumFractionDigits: couldBeGroups ? 4 : placesOf(value) });
}

/** An amount in the reader's words: "€12,000", "12 000,50 €"; without a currency as in a field. */
export function showAmount({ value, currency }: Amount, locale: Locale): string {
	if (!currency) return fieldNumber(value, locale);
	const places = placesOf(value);
	return written(value, locale, { style: 'currency', currency, minimumFractionDigits: places, maximumFractionDigits: places });
}
