import type { WritingLanguage } from '#lib/i18n/locales.ts';
import { readDecimal } from './decimal.ts';
import type { TypedRefused, TypedProblem } from './typed-problem.ts';

/** Digits of a figure, before and behind the point together. */
const mostDigits = 15;

/**
 * Reads a figure of any kind as people of that language write it, its unit apart: "12,5", "−3", "3 400".
 * @returns its decimal with a point, "-0.5"
 */
export function readFigure(typed: string, language: WritingLanguage): { value: string } | TypedRefused {
	const refused = (code: TypedProblem['code'], readings?: [string, string]): TypedRefused => ({
		problem: { code, typed: typed.trim(), ...(readings && { readings }) }
	});
	const [, minus = '', written = ''] = /^\s*([-−–+]?)\s*(.*)$/su.exec(typed) ?? [];
	const sign = minus === '' || minus === '+' ? '' : '-';
	const read = readDecimal(written, language, false);
	if (read === null) return refused('figure_unreadable');
	if (typeof read !== 'string') {
		const [one, other] = read.readings;
		return refused('number_in_doubt', [sign + one, sign + other]);
	}
	if (read.replace('.', '').length > mostDigits) return refused('figure_too_long');
	return { value: read === '0' ? read : sign + read };
}
