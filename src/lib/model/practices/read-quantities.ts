import { readAmount, type Amount } from '../quantities/amount.ts';
import { readFigure } from '../quantities/figure.ts';
import { readPeriod } from '../quantities/period.ts';
import type { TypedRefused } from '../quantities/typed-problem.ts';
import type { Languages, ReadField, Untaken } from './untaken.ts';
import type { TypedPractice } from './typed.ts';
import type { Cost, Period, RoughDay } from './values.ts';

/** Reads as the first language does, and in the next one what cannot be read at all in the one before. */
export function inTurn<Read extends object>(
	languages: Languages,
	read: (language: Languages[number]) => Read | TypedRefused
): Read | TypedRefused {
	const [first, ...others] = languages;
	const one = read(first);
	if (!('problem' in one) || !one.problem.code.endsWith('unreadable')) return one;
	for (const language of others) {
		const other = read(language);
		if (!('problem' in other)) return other;
	}
	return one;
}

/** What a figure may have at most: see the command's input. */
const decimal = /^-?\d{1,12}(\.\d{1,4})?$/;

/** A figure as a decimal with a point; null where nothing is typed. */
export function readDecimalTyped(typed: string, at: string, languages: Languages): { value: string | null } | Untaken {
	if (typed.trim() === '') return { value: null };
	const read = inTurn(languages, (language) => readFigure(typed, language));
	if ('problem' in read) return { at, code: read.problem.code, typed: read.problem };
	if (decimal.test(read.value)) return { value: read.value };
	return { at, code: 'figure_too_long', typed: { code: 'figure_too_long', typed: typed.trim() } };
}

/** What it costs; null where nothing is typed. A currency that is written beside an amount counts before the chosen one. */
export function readCost({ from, to, currency }: TypedPractice['cost'], languages: Languages): ReadField<Cost | null> {
	const untaken: Untaken[] = [];
	const amount = (typed: string, at: string): Amount | null => {
		if (typed.trim() === '') return null;
		const read = inTurn(languages, (language) => readAmount(typed, language));
		if (!('problem' in read)) return read;
		untaken.push({ at, code: read.problem.code, typed: read.problem });
		return null;
	};
	const [least, most] = [amount(from, 'cost.from'), amount(to, 'cost.to')];
	if (untaken.length > 0) return { untaken };
	if (!least && !most) return { value: null };
	const [one, other] = [least?.currency, most?.currency];
	if (one && other && one !== other) return { untaken: [{ at: 'cost.to', code: 'two_currencies' }] };
	if (least && most && Number(least.value) > Number(most.value)) return { untaken: [{ at: 'cost.to', code: 'from_above_to' }] };
	return { value: { from: least?.value ?? null, to: most?.value ?? null, currency: one ?? other ?? currency } };
}

/** From when until when; null where nothing is typed. */
export function readPeriodTyped({ from, to }: TypedPractice['period'], languages: Languages): ReadField<Period | null> {
	const untaken: Untaken[] = [];
	const day = (typed: string, at: string): RoughDay | null => {
		if (typed.trim() === '') return null;
		const read = inTurn(languages, (language) => readPeriod(typed, language));
		if (!('problem' in read)) return { date: read.date, precision: read.precision };
		untaken.push({ at, code: read.problem.code, typed: read.problem });
		return null;
	};
	const value = { from: day(from, 'period.from'), to: day(to, 'period.to') };
	if (untaken.length > 0) return { untaken };
	if (value.from && value.to && value.from.date > value.to.date) return { untaken: [{ at: 'period.to', code: 'from_after_to' }] };
	return { value: value.from || value.to ? value : null };
}

/** The year of a figure; null where nothing is typed. */
export function readYear(typed: string, at: string, languages: Languages): { value: number | null } | Untaken {
	if (typed.trim() === '') return { value: null };
	const read = inTurn(languages, (language) => readPeriod(typed, language));
	if ('problem' in read || read.precision !== 'year') return { at, code: 'no_year' };
	return { value: Number(read.date.slice(0, 4)) };
}
