import type { WritingLanguage } from '#lib/i18n/locales.ts';
import { readDecimal } from './decimal.ts';
import { withMagnitude } from './magnitude.ts';
import type { TypedRefused, TypedProblem } from './typed-problem.ts';

/** The currencies that cities of the network count in. */
export const currencies = ['EUR', 'PLN', 'GBP', 'NOK'] as const;
export type Currency = (typeof currencies)[number];

export interface Amount {
	/** With a point and two digits behind it or none: "12000.50", "12000". Fits numeric(14,2). */
	value: string;
	/** Where one was written. */
	currency?: Currency;
}

const mostDigits = 12;

const writtenAs: Record<Currency, RegExp> = {
	EUR: /€|(?<!\p{L})(?:eur|euros?|eiro|eur[aoų]\p{L}*)(?!\p{L})/iu,
	PLN: /(?<!\p{L})(?:pln|zł|zl|zlotys?|złot\p{L}+)(?!\p{L})\.?/iu,
	GBP: /£(?:GB)?|(?<!\p{L})(?:gbp|pounds?)(?!\p{L})/iu,
	NOK: /(?<!\p{L})(?:nok|kroner?|kr)(?!\p{L})\.?/iu
};
/** Another code, or the sign of another currency. */
const foreign = /\p{Sc}|(?<!\p{L})[A-Z]{3}(?!\p{L})/u;

function currencyIn(typed: string): { currency?: Currency; rest: string } | null {
	const found = currencies.filter((one) => writtenAs[one].test(typed));
	const [currency] = found;
	if (found.length > 1) return null;
	return currency ? { currency, rest: typed.replace(writtenAs[currency], ' ') } : { rest: typed };
}

/** Reads an amount of money as people of that language write it: "€ 12 000", "12.000,50", "1,5 milj. EUR". */
export function readAmount(typed: string, language: WritingLanguage): Amount | TypedRefused {
	const refused = (code: TypedProblem['code'], readings?: [string, string]): TypedRefused => ({
		problem: { code, typed: typed.trim(), ...(readings && { readings }) }
	});
	const found = currencyIn(typed);
	if (!found) return refused('amount_unreadable');
	const { currency, rest } = found;
	if (foreign.test(rest)) return refused('currency_unknown');
	const written = rest.trim().replace(/(?:,|\.)[-–—]$/, '');
	if (/^[-−–]\s*\d/.test(written)) return refused('amount_negative');
	const { digits, shift } = withMagnitude(written, language);
	const read = readDecimal(digits, language, shift === 0);
	if (read === null) return refused('amount_unreadable');
	if (typeof read !== 'string') return refused('number_in_doubt', read.readings);
	const [whole = '', fraction = ''] = read.split('.');
	const moved = (whole + fraction.padEnd(shift, '0').slice(0, shift)).replace(/^0+(?=\d)/, '');
	const cents = fraction.slice(shift);
	if (cents.length > 2) return refused('amount_too_fine');
	if (moved.length > mostDigits) return refused('amount_too_large');
	const value = cents === '' ? moved : `${moved}.${cents.padEnd(2, '0')}`;
	return currency ? { value, currency } : { value };
}
