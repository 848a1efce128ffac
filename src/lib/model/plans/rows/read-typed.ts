import { cleanLine, cleanText } from '../../documents/clean.ts';
import { inTurn, readCost } from '../../practices/read-quantities.ts';
import type { Languages, ReadField, Untaken } from '../../practices/untaken.ts';
import type { RoughDay } from '../../practices/values.ts';
import { readFigure } from '../../quantities/figure.ts';
import { readPeriod } from '../../quantities/period.ts';
import { rowLimits, textCells, type RowCell } from './cells.ts';
import { inOrderOfDays } from './days.ts';
import { measurementIds, type TypedCell } from './typed.ts';

/* Reads what was typed into a cell as people of a language write it; `at` of what was not taken names the field: `cost.costFrom`. */

type Said = Record<string, unknown>;

/** What a figure may have at most: see the input of the command. */
const figure = /^-?\d{1,14}(\.\d{1,6})?$/;

/** The fields of a cell, or what in them was not taken. */
export function readRowCell(cell: RowCell, typed: TypedCell, languages: Languages): ReadField<Said> {
	const at = (field: string) => typed[field] ?? '';
	switch (cell) {
		case 'cost':
			return readAmounts(
				cell,
				{ from: at('costFrom'), to: at('costTo'), currency: at('currency') },
				languages,
				({ from, to, currency }) => ({
					costFrom: from,
					costTo: to,
					currency
				})
			);
		case 'amount':
			return readAmounts(cell, { from: at('amount'), to: '', currency: at('currency') }, languages, ({ from, currency }) => ({
				amount: from,
				currency
			}));
		case 'dates':
			return readDates(typed, languages);
		case 'practice': {
			const [practice = '', module = ''] = at('practice').split(' ');
			return { value: { practice: practice || null, module: module || null } };
		}
		case 'measurements':
			return readMeasurements(typed, languages);
		case 'baseline':
		case 'target':
			return readNumber(cell, at(cell), languages);
		case 'share':
			return readShare(at(cell), languages);
		case 'likelihood':
		case 'effect':
			return { value: { [cell]: at(cell) === '' ? null : Number(at(cell)) } };
		case 'objective':
		case 'state':
			return { value: { [cell]: at(cell) || null } };
		default:
			return readWords(cell, at(cell));
	}
}

function readWords(cell: RowCell, typed: string): ReadField<Said> {
	const isText = textCells.includes(cell);
	const said = isText ? cleanText(typed).trim() : cleanLine(typed);
	const most = isText ? rowLimits.text : cell === 'title' ? rowLimits.title : cell === 'unit' ? rowLimits.unit : rowLimits.line;
	return said.length > most ? { untaken: [{ at: cell, code: 'too_long' }] } : { value: { [cell]: said } };
}

interface Amounts {
	from: string | null;
	to: string | null;
	currency: string | null;
}

function readAmounts(
	cell: 'cost' | 'amount',
	typed: { from: string; to: string; currency: string },
	languages: Languages,
	say: (amounts: Amounts) => Said
): ReadField<Said> {
	const read = readCost(typed, languages);
	if ('value' in read) return { value: say(read.value ?? { from: null, to: null, currency: null }) };
	const fields: Record<string, string> = { 'cost.from': cell === 'cost' ? 'cost.costFrom' : 'amount.amount', 'cost.to': 'cost.costTo' };
	return { untaken: read.untaken.map((one) => ({ ...one, at: fields[one.at] ?? cell })) };
}

function readDay(typed: string, at: string, languages: Languages): { day: RoughDay | null } | Untaken {
	if (typed.trim() === '') return { day: null };
	const read = inTurn(languages, (language) => readPeriod(typed, language));
	return 'problem' in read
		? { at, code: read.problem.code, typed: read.problem }
		: { day: { date: read.date, precision: read.precision } };
}

function readDates(typed: TypedCell, languages: Languages): ReadField<Said> {
	const [from, to] = [readDay(typed.from ?? '', 'dates.from', languages), readDay(typed.to ?? '', 'dates.to', languages)];
	if ('code' in from || 'code' in to) return { untaken: [from, to].filter((one) => 'code' in one) };
	if (!inOrderOfDays(from.day, to.day)) return { untaken: [{ at: 'dates.to', code: 'from_after_to' }] };
	return { value: { from: from.day, to: to.day } };
}

function readDecimalOf(typed: string, at: string, languages: Languages): { decimal: string | null } | Untaken {
	if (typed.trim() === '') return { decimal: null };
	const read = inTurn(languages, (language) => readFigure(typed, language));
	if ('problem' in read) return { at, code: read.problem.code, typed: read.problem };
	if (figure.test(read.value)) return { decimal: read.value };
	return { at, code: 'figure_too_long', typed: { code: 'figure_too_long', typed: typed.trim() } };
}

function readNumber(cell: RowCell, typed: string, languages: Languages): ReadField<Said> {
	const read = readDecimalOf(typed, cell, languages);
	return 'code' in read ? { untaken: [read] } : { value: { [cell]: read.decimal } };
}

function readShare(typed: string, languages: Languages): ReadField<Said> {
	const read = readDecimalOf(typed.replace('%', ''), 'share', languages);
	if ('code' in read) return { untaken: [read] };
	const { decimal } = read;
	if (decimal !== null && (Number(decimal) < 0 || Number(decimal) > 100)) return { untaken: [{ at: 'share', code: 'no_share' }] };
	if (decimal !== null && (decimal.split('.')[1] ?? '').length > 2) return { untaken: [{ at: 'share', code: 'share_too_fine' }] };
	return { value: { share: decimal } };
}

/** One in which nothing is typed is none. */
function readMeasurements(typed: TypedCell, languages: Languages): ReadField<Said> {
	const untaken: Untaken[] = [];
	const measurements = measurementIds(typed).flatMap((id) => {
		const field = (name: string) => (typed[`${id}.${name}`] ?? '').trim();
		if (!field('on') && !field('value') && !field('note')) return [];
		const on = readDay(field('on'), `measurements.${id}.on`, languages);
		const value = readDecimalOf(field('value'), `measurements.${id}.value`, languages);
		if ('code' in on) untaken.push(on);
		else if (!on.day) untaken.push({ at: `measurements.${id}.on`, code: 'needed' });
		if ('code' in value) untaken.push(value);
		else if (value.decimal === null) untaken.push({ at: `measurements.${id}.value`, code: 'needed' });
		const note = cleanLine(field('note'));
		if (note.length > rowLimits.line) untaken.push({ at: `measurements.${id}.note`, code: 'too_long' });
		return 'day' in on && 'decimal' in value ? [{ id, on: on.day, value: value.decimal, note }] : [];
	});
	if (measurements.length > rowLimits.measurements) untaken.push({ at: 'measurements', code: 'too_many' });
	return untaken.length > 0 ? { untaken } : { value: { measurements } };
}
