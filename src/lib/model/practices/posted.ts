import { isPracticeField, shapeOf } from './fields.ts';
import { evidenceKinds, moduleKinds } from './values.ts';
import { emptyRow, rowFields, type FormField, type RowField, type TypedPractice } from './typed.ts';

/** So many rows are read of a posted form: more than any field may have. */
const mostRows = 60;

/** Whether the form has this field: each says so itself, as a list of boxes of which none is ticked is not sent at all. */
function fieldsIn(form: FormData): FormField[] {
	const named = form.getAll('has').filter((name): name is string => typeof name === 'string');
	return [...new Set(named)].filter((name): name is FormField => name === 'lang' || isPracticeField(name));
}

/**
 * What was typed into a form that was posted.
 * @param standing what stands in the fields that the form does not have
 */
export function typedIn(form: FormData, standing: TypedPractice): { typed: TypedPractice; fields: FormField[] } {
	const text = (name: string): string => {
		const value = form.get(name);
		// Browsers send line ends as two signs.
		return typeof value === 'string' ? value.replace(/\r\n?/g, '\n') : '';
	};
	const fields = fieldsIn(form);
	const typed = { ...standing };
	for (const field of fields) Object.assign(typed, { [field]: read(field, form, text) });
	return { typed, fields };
}

function read(field: FormField, form: FormData, text: (name: string) => string): unknown {
	if (field === 'lang') return text(field);
	if ((rowFields as readonly string[]).includes(field)) return rowsIn(field as RowField, form, text);
	switch (shapeOf(field)) {
		case 'text':
			return { text: text(field), held: text(`${field}.held`) };
		case 'themes':
			return form.getAll(field).filter((slug) => typeof slug === 'string');
		case 'cost':
			return { from: text('cost.from'), to: text('cost.to'), currency: text('cost.currency') };
		case 'period':
			return { from: text('period.from'), to: text('period.to') };
		case 'files':
			return filesIn(form, text);
		default:
			return text(field);
	}
}

function rowsIn<Field extends RowField>(field: Field, form: FormData, text: (name: string) => string): TypedPractice[Field] {
	const rows = [];
	for (let place = 0; place < mostRows && form.has(`${field}.${place}.id`); place += 1) {
		const row = emptyRow(field, text(`${field}.${place}.id`));
		for (const part of Object.keys(row)) Object.assign(row, { [part]: text(`${field}.${place}.${part}`) });
		rows.push(row);
	}
	return rows.map(ofKnownKind) as TypedPractice[Field];
}

/** What stands in a list that somebody else made up is the first of it. */
function ofKnownKind<Row extends object>(row: Row): Row {
	if (!('kind' in row)) return row;
	const kinds: readonly string[] = 'amount' in row ? evidenceKinds : moduleKinds;
	return kinds.includes(String(row.kind)) ? row : { ...row, kind: kinds[0] };
}

function filesIn(form: FormData, text: (name: string) => string): TypedPractice['files'] {
	const files = [];
	for (let place = 0; place < mostRows && form.has(`files.${place}.id`); place += 1) {
		if (form.has(`files.${place}.gone`)) continue;
		const [id, alt] = [text(`files.${place}.id`), text(`files.${place}.alt`).trim()];
		// A picture that only decorates says so by an empty description.
		files.push(form.has(`files.${place}.plain`) ? { id, alt: '' } : alt ? { id, alt } : { id });
	}
	return files;
}
