import { m } from '#lib/i18n/m';
import type { FormField, TypedPractice } from '#lib/model/practices/typed.ts';

/** What stands in a field, in words, for beside another one: rows line by line. */
export function fieldInWords<Field extends FormField>(field: Field, typed: TypedPractice[Field], names: (id: string) => string): string {
	const value: unknown = typed;
	const said = Array.isArray(value) ? value.map((row: unknown) => partsOf(row, names)).join('\n') : partsOf(value, names);
	return said.trim() === '' ? m.clash_nothing() : said;
}

const unsaid = ['id', 'held', 'kind'];

function partsOf(value: unknown, names: (id: string) => string): string {
	if (typeof value === 'string') return names(value);
	if (typeof value !== 'object' || value === null) return '';
	const parts = Object.entries(value).filter(([name, part]) => !unsaid.includes(name) && part !== '');
	return parts.length > 0 || !('id' in value) ? parts.map(([, part]) => String(part)).join(' · ') : names(String(value.id));
}
