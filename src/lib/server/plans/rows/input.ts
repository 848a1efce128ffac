import { z } from 'zod';
import { rowLimits } from '#lib/model/plans/rows/cells.ts';
import { actionStates, riskGrades, type RiskGrade, type RowKind, type RowValuesByKind } from '#lib/model/plans/rows/row.ts';
import { currencies } from '#lib/model/quantities/amount.ts';
import { roughDay } from '../../practices/rough-day.ts';
import { saysSomething, typedLine, typedText } from '../../platform/typed.ts';

/* What a row may say, field by field. The codes of what is wrong are told beside the cell. */

const title = typedLine(rowLimits.title);
const line = typedLine(rowLimits.line);
const text = typedText(rowLimits.text);

/** One way to write each number, so that what says the same is the same. */
const plainNumber = (typed: string): string => typed.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '');

const figure = z
	.string()
	.refine((typed) => /^-?\d{1,14}(\.\d{1,6})?$/.test(typed), 'no_number')
	.transform(plainNumber);

const amount = z
	.string()
	.refine((typed) => /^\d{1,12}(\.\d{1,2})?$/.test(typed), 'no_amount')
	.transform((typed) => {
		const [whole = '', fraction = ''] = plainNumber(typed).split('.');
		return fraction === '' ? whole : `${whole}.${fraction.padEnd(2, '0')}`;
	});

const share = z
	.string()
	.refine((typed) => /^-?\d{1,15}(\.\d{1,15})?$/.test(typed), { error: 'no_number', abort: true })
	.refine((typed) => Number(typed) >= 0 && Number(typed) <= 100, { error: 'no_share', abort: true })
	.refine((typed) => /^\d+(\.\d{1,2})?$/.test(typed), 'share_too_fine')
	.transform(plainNumber);

const currency = z.string().refine((code) => (currencies as readonly string[]).includes(code), 'no_currency') as z.ZodType<
	(typeof currencies)[number]
>;

const state = z
	.string()
	.refine((name) => (actionStates as readonly string[]).includes(name), 'no_state')
	.transform((name) => name as (typeof actionStates)[number]);

const grade = z
	.number()
	.refine((number) => (riskGrades as readonly number[]).includes(number), 'no_grade')
	.transform((number) => number as RiskGrade);

const measurement = z.strictObject({ id: z.uuid(), on: roughDay, value: figure, note: line });

const measurements = z
	.unknown()
	.refine((all) => Array.isArray(all), { error: 'invalid', abort: true })
	// Counted before each is looked at.
	.refine((all) => (all as unknown[]).length <= rowLimits.measurements, { error: 'too_many', abort: true })
	.pipe(z.array(measurement))
	.refine((all) => new Set(all.map(({ id }) => id)).size === all.length, 'twice');

const fields = {
	objective: { title, description: text },
	action: {
		title,
		description: text,
		objective: z.uuid().nullable(),
		lead: line,
		partners: line,
		outputs: text,
		costFrom: amount.nullable(),
		costTo: amount.nullable(),
		currency: currency.nullable(),
		funding: line,
		from: roughDay.nullable(),
		to: roughDay.nullable(),
		state: state.nullable(),
		practice: z.uuid().nullable(),
		module: z.uuid().nullable()
	},
	indicator: {
		title,
		objective: z.uuid().nullable(),
		baseline: figure.nullable(),
		target: figure.nullable(),
		unit: typedLine(rowLimits.unit),
		source: line,
		measurements
	},
	risk: { title, likelihood: grade.nullable(), effect: grade.nullable(), answer: text },
	budget: { title, amount: amount.nullable(), currency: currency.nullable(), source: line, share: share.nullable() }
} satisfies { [Kind in RowKind]: { [Field in keyof RowValuesByKind[Kind]]: z.ZodType<RowValuesByKind[Kind][Field]> } };

/** Some fields of a row by its kind; what is left away stays as it is, and what no such row has is refused. */
export const someOfRow: { [Kind in RowKind]: z.ZodType<Partial<RowValuesByKind[Kind]>> } = {
	objective: z.strictObject(fields.objective).partial(),
	action: z.strictObject(fields.action).partial(),
	indicator: z.strictObject(fields.indicator).partial(),
	risk: z.strictObject(fields.risk).partial(),
	budget: z.strictObject(fields.budget).partial()
};

/** The name of a cell, looked at once the row is known. */
export const anyCell = typedLine(40).refine(saysSomething, 'needed');
