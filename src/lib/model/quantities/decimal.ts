import type { WritingLanguage } from '#lib/i18n/locales.ts';

/** A number as digits with a point, or the two that it may be, or null where it is none. */
export type DecimalRead = string | { readings: [string, string] } | null;

/** Where thousands are parted by a point, as grammar or habit has it; English has a comma, all have spaces. */
const pointed: readonly WritingLanguage[] = ['it', 'es', 'ca', 'pt'];

const spaces = /[ \u00a0\u2007\u2009\u202f'’]/g;

/** Digits in threes behind the first. */
function ungrouped(written: string, sign: string): string | null {
	const groups = written.split(sign);
	const fits = groups.every((group, place) => (place === 0 ? /^\d{1,3}$/ : /^\d{3}$/).test(group));
	return fits && (groups.length === 1 || groups[0] !== '0') ? groups.join('') : null;
}

function plain(whole: string | null, fraction = ''): string | null {
	if (whole === null || !/^\d+$/.test(whole) || !/^\d*$/.test(fraction)) return null;
	const digits = whole.replace(/^0+(?=\d)/, '');
	const rest = fraction.replace(/0+$/, '');
	return rest === '' ? digits : `${digits}.${rest}`;
}

function ofOneSign(written: string, sign: '.' | ',', language: WritingLanguage, isMoney: boolean): DecimalRead {
	const [whole = '', fraction = ''] = written.split(sign);
	const grouped = ungrouped(written, sign);
	const decimal = plain(whole, fraction);
	if (grouped === null || decimal === null) return decimal;
	const isDecimalHere = sign === (language === 'en' ? '.' : ',');
	const isGroupHere = !isDecimalHere && (language === 'en' || pointed.includes(language));
	// No money has three digits behind its sign, so that a sign which is not the language's decimal one parts thousands.
	if (isGroupHere || (isMoney && !isDecimalHere)) return grouped;
	return { readings: [grouped, decimal] };
}

/**
 * Reads digits with their signs as the language means them: "12.000,50" and "12,000.50" have one meaning anywhere, "1,234" has
 * two, and is told with both where the language does not decide.
 */
export function readDecimal(typed: string, language: WritingLanguage, isMoney: boolean): DecimalRead {
	const written = typed.trim().replace(spaces, ' ');
	if (!/^\d[\d., ]*$/.test(written)) return null;
	const signs = written.replace(/[\d ]/g, '');
	const [last = ''] = signs.slice(-1);
	if (written.includes(' ')) {
		if (signs.length > 1) return null;
		const [whole = '', fraction] = last === '' ? [written] : written.split(last);
		return plain(ungrouped(whole, ' '), fraction);
	}
	if (signs === '') return plain(written);
	const sign = last === '.' ? '.' : ',';
	if (signs.length === 1) return ofOneSign(written, sign, language, isMoney);
	const other = sign === '.' ? ',' : '.';
	if (signs.split(sign).length > 2) return signs.includes(other) ? null : plain(ungrouped(written, sign));
	const [whole = '', fraction = ''] = written.split(sign);
	return fraction === '' ? null : plain(ungrouped(whole, other), fraction);
}
