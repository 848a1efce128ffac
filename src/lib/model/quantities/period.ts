import type { WritingLanguage } from '#lib/i18n/locales.ts';
import { folded, monthOf } from './month-names.ts';
import type { Precision } from './precision.ts';
import type { TypedRefused, TypedProblem } from './typed-problem.ts';

/** A day, or the first one of the month, quarter or year that is meant. */
export interface TypedPeriod {
	/** yyyy-mm-dd */
	date: string;
	precision: Precision;
}

export const [firstYear, lastYear] = [1900, 2100];

/** What stands around a date and says nothing: "2026. gada", "2026 m.", "15 de març del 2026", "1er", "the 3rd". */
const fillers: Record<WritingLanguage, RegExp> = {
	en: /^(?:the|of|in|st|nd|rd|th)$/,
	lv: /^(?:gad[auso]?|g)$/,
	pl: /^(?:r|rok[ui]?|w)$/,
	it: /^(?:il|di|del|nel|l)$/,
	es: /^(?:el|de|del|en)$/,
	ca: /^(?:el|de|del|d|l|al)$/,
	lt: /^(?:m|metai|metu|metais|d|diena)$/,
	pt: /^(?:o|de|do|em)$/,
	fr: /^(?:le|er|en|de|du|l)$/,
	nb: /^(?:den|i)$/
};
const quarterWord = /^(?:quarters?|ceturk\p{L}*|kwarta\p{L}*|trim\p{L}*|ketv\p{L}*|kvartal\p{L}*|[qkt])$/u;
/** Four in each row. */
const numerals = [
	['i', 'ii', 'iii', 'iv'],
	['first', 'second', 'third', 'fourth'],
	['pirmais', 'otrais', 'tresais', 'ceturtais']
];

const twoDigits = (number: number): string => String(number).padStart(2, '0');

function dayOf(year: number, month: number, day: number): TypedPeriod | null {
	const at = new Date(Date.UTC(year, month - 1, day));
	const exists = at.getUTCMonth() === month - 1 && at.getUTCDate() === day;
	return exists ? { date: `${year}-${twoDigits(month)}-${twoDigits(day)}`, precision: 'day' } : null;
}

function monthFrom(year: number, month: number): TypedPeriod | null {
	return month >= 1 && month <= 12 ? { date: `${year}-${twoDigits(month)}-01`, precision: 'month' } : null;
}

function quarterFrom(year: number, quarter: number | undefined): TypedPeriod | null {
	return quarter && quarter <= 4 ? { date: `${year}-${twoDigits(quarter * 3 - 2)}-01`, precision: 'quarter' } : null;
}

/** Numbers, months by name, and the word for a quarter, in their order; null where something else is said. */
function piecesOf(typed: string, language: WritingLanguage) {
	const numbers: string[] = [];
	let month: number | null = null;
	let isQuarter = false;
	for (const [piece] of typed
		.normalize('NFC')
		.replace(/[ºª°]/g, ' ')
		.matchAll(/\d+|\p{L}[\p{L}\p{M}]*|[^\s\d.,/'’\-‑]/gu)) {
		const word = folded(piece);
		const numeral = Math.max(...numerals.map((four) => four.indexOf(word))) + 1;
		const named = /^\p{L}{3,}/u.test(word) ? monthOf(word, language) : null;
		if (/^\d/.test(word)) numbers.push(word);
		else if (named && month === null) month = named;
		else if (quarterWord.test(word)) isQuarter = true;
		else if (numeral > 0 && !(language === 'nb' && word === 'i')) numbers.push(String(numeral));
		else if (!fillers[language].test(word) && !fillers.en.test(word)) return null;
	}
	return { numbers, month, isQuarter };
}

/**
 * Reads a day, month, quarter or year as people of that language write it: "2016", "03.2026", "2026-03", "15.03.2026" (the day
 * first, in all ten), "March 2026", "2026. gada martā", "Q1 2026".
 */
export function readPeriod(typed: string, language: WritingLanguage): TypedPeriod | TypedRefused {
	const refused = (code: TypedProblem['code']): TypedRefused => ({ problem: { code, typed: typed.trim() } });
	const pieces = piecesOf(typed, language);
	if (/\d{4}.*(?<!\d)\d{4}/.test(typed)) return refused('period_is_two');
	if (!pieces) return refused('period_unreadable');
	const { numbers, month, isQuarter } = pieces;
	const years = numbers.filter((number) => number.length === 4);
	const others = numbers.filter((number) => number.length <= 2).map(Number);
	if (years.length + others.length < numbers.length) return refused('period_unreadable');
	const [written] = years;
	if (written === undefined) return refused(month !== null || numbers.length === 2 ? 'period_without_year' : 'period_unreadable');
	const year = Number(written);
	if (year < firstYear || year > lastYear) return refused('year_unlikely');
	if (numbers[0] !== written && numbers.at(-1) !== written) return refused('period_unreadable');
	const [one, two, ...more] = others;
	if (isQuarter) {
		const quarter = month === null && two === undefined ? quarterFrom(year, one) : null;
		return quarter ?? refused('period_unreadable');
	}
	if (month !== null) {
		if (one === undefined) return monthFrom(year, month) ?? refused('period_unreadable');
		return (two === undefined ? dayOf(year, month, one) : null) ?? refused('day_missing');
	}
	if (one === undefined) return { date: `${year}-01-01`, precision: 'year' };
	if (two === undefined) return monthFrom(year, one) ?? refused('day_missing');
	if (more.length > 0) return refused('period_unreadable');
	const read = numbers[0] === written ? dayOf(year, one, two) : dayOf(year, two, one);
	return read ?? refused('day_missing');
}
