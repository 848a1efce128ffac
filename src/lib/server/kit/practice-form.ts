import { randomUUID } from 'node:crypto';
import type { Locale } from '#lib/i18n/locales.ts';
import { fieldNumber } from '#lib/i18n/numbers-in-fields.ts';
import type { Issue } from '#lib/model/problem.ts';
import { languagesOf, neededIn, readField } from '#lib/model/practices/read-typed.ts';
import { typedIn } from '#lib/model/practices/posted.ts';
import type { PracticeForm } from '#lib/model/practices/practice.ts';
import { emptyRow, isEmptyRow, rowFields, typedOf, type FormField, type RowField, type TypedPractice } from '#lib/model/practices/typed.ts';
import type { Untaken } from '#lib/model/practices/untaken.ts';
import { isTold, type PracticeField, type PracticeValues } from '#lib/model/practices/values.ts';

/** What goes back into the form: what was typed, on top of which revision, and what of it was not taken. */
export interface Returned {
	typed: TypedPractice;
	base: number;
	untaken: Untaken[];
}

/** What stands in the form of a reader of this language where an entry says this. */
export function typedFor(values: PracticeValues, locale: Locale): TypedPractice {
	return typedOf(values, (decimal) => fieldNumber(decimal, locale));
}

/** A posted form of an entry, read. */
export interface ReadForm {
	typed: TypedPractice;
	/** What it changes of what stood there when the form was made. */
	values: Partial<PracticeValues>;
	untaken: Untaken[];
}

/** Reads a posted form that was made of `begun`. */
export function readPracticeForm(
	form: FormData,
	begun: PracticeValues,
	{ form: kind, locale }: { form: PracticeForm; locale: Locale }
): ReadForm {
	const before = typedFor(begun, locale);
	const { typed, fields } = typedIn(form, before);
	const languages = languagesOf(locale, typed.lang);
	const values: Partial<PracticeValues> = {};
	const untaken: Untaken[] = [];
	for (const field of fields.filter((one) => JSON.stringify(typed[one]) !== JSON.stringify(before[one]))) {
		const read = readField(typed, field, languages);
		if ('untaken' in read) untaken.push(...read.untaken);
		else Object.assign(values, { [field]: read.value });
	}
	return { typed, values, untaken: [...untaken, ...missing(kind, fields, { ...begun, ...values }, untaken)] };
}

/** What even a draft must say, and does not. */
function missing(kind: PracticeForm, fields: readonly FormField[], values: PracticeValues, untaken: readonly Untaken[]): Untaken[] {
	return neededIn(kind)
		.filter((field) => fields.includes(field) && !untaken.some(({ at }) => at === field) && !isTold(values, field as PracticeField))
		.map((at) => ({ at, code: 'needed' }));
}

/** What was typed, with one more row where it was asked for. Rows without words stay where they are. */
export function withOneMore(typed: TypedPractice, field: string): TypedPractice {
	if (!(rowFields as readonly string[]).includes(field)) return typed;
	const name = field as RowField;
	return { ...typed, [name]: [...typed[name], emptyRow(name, randomUUID())] };
}

/** What stands in rows, without those that say nothing. */
export function withoutEmptyRows(typed: TypedPractice): TypedPractice {
	const rows = rowFields.map((field) => [field, typed[field].filter((row) => !isEmptyRow(row))]);
	return { ...typed, ...Object.fromEntries(rows) } as TypedPractice;
}

/** What the command did not take, where it stands in the form. */
export function untakenOf(issues: readonly Issue[] | undefined): Untaken[] {
	return (issues ?? []).map(({ field, code }) => ({ at: field.replace(/^values\./, ''), code }));
}
