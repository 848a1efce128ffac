import { toField } from '../documents/markdown.ts';
import type { Doc } from '../documents/doc.ts';
import type { AttachedById } from '../files/attached.ts';
import { textFields, type TextField } from './fields.ts';
import type { EvidenceKind, ModuleKind, PracticeField, PracticeValues, RoughDay } from './values.ts';

/** A text as it stands in a plain field, and the lines of our notation that stood in it at the beginning (see notation.ts). */
export interface TypedText {
	text: string;
	held: string;
}

export interface TypedFigure {
	id: string;
	what: string;
	before: string;
	amount: string;
	unit: string;
	year: string;
	source: string;
	kind: EvidenceKind;
}

export interface TypedModule {
	id: string;
	kind: ModuleKind;
	title: string;
	text: string;
}

/** A link to a page, or to a video: what it is called, and its address. */
export interface TypedLink {
	id: string;
	href: string;
	label: string;
}

/** What stands in the form of an entry, as it was typed. */
export type TypedPractice = Record<TextField, TypedText> &
	Record<'lang' | 'title' | 'pitch' | 'englishTitle' | 'englishPitch' | 'tags' | 'funding' | 'place' | 'contact', string> & {
		themes: string[];
		evidence: TypedFigure[];
		cost: { from: string; to: string; currency: string };
		period: { from: string; to: string };
		modules: TypedModule[];
		links: TypedLink[];
		videos: TypedLink[];
		files: AttachedById[];
	};

/** What the form has fields for: all of an entry, and its language. */
export type FormField = PracticeField | 'lang';

/** A field that holds rows, of which there may be more. */
export const rowFields = ['evidence', 'modules', 'links', 'videos'] as const;
export type RowField = (typeof rowFields)[number];
export type RowOf = { [Field in RowField]: TypedPractice[Field][number] };

/** What stands in the form where an entry says this. `written` writes a decimal as a field of the reader's language shows it. */
export function typedOf(values: PracticeValues, written: (decimal: string) => string): TypedPractice {
	const number = (decimal: string | null): string => (decimal === null ? '' : written(decimal));
	const { lang, title, pitch, englishTitle, englishPitch, funding, place, themes } = values;
	return {
		lang,
		title,
		pitch,
		englishTitle,
		englishPitch,
		funding,
		place,
		themes: [...themes],
		...textsOf(values),
		tags: values.tags.join(', '),
		contact: values.contact ?? '',
		evidence: values.evidence.map(({ before, amount, year, ...figure }) => ({
			...figure,
			before: number(before),
			amount: number(amount),
			year: year === null ? '' : String(year)
		})),
		cost: { from: number(values.cost?.from ?? null), to: number(values.cost?.to ?? null), currency: values.cost?.currency ?? 'EUR' },
		period: { from: dayTyped(values.period?.from), to: dayTyped(values.period?.to) },
		modules: values.modules.map((part) => ({ ...part })),
		links: values.links.map(({ href, label }, at) => ({ id: `l${at}`, href, label })),
		videos: values.videos.map(({ href, title: label }, at) => ({ id: `v${at}`, href, label })),
		files: values.files.map(({ id, alt }) => (alt === undefined ? { id } : { id, alt }))
	};
}

function textsOf(values: Record<TextField, Doc | null>): Record<TextField, TypedText> {
	const texts = textFields.map((field) => [field, values[field] ? toField(values[field]) : { text: '', held: '' }]);
	return Object.fromEntries(texts) as Record<TextField, TypedText>;
}

/** As people write it in any of our languages, the day first. */
export function dayTyped(day: RoughDay | null | undefined): string {
	if (!day) return '';
	const [year = '', month = '', date = ''] = day.date.split('-');
	switch (day.precision) {
		case 'day':
			return `${date}.${month}.${year}`;
		case 'month':
			return `${month}.${year}`;
		case 'quarter':
			return `Q${Math.ceil(Number(month) / 3)} ${year}`;
		default:
			return year;
	}
}

/** A row in which nothing is typed yet. */
export function emptyRow<Field extends RowField>(field: Field, id: string): RowOf[Field] {
	const rows: RowOf = {
		evidence: { id, what: '', before: '', amount: '', unit: '', year: '', source: '', kind: 'measured' },
		modules: { id, kind: 'core', title: '', text: '' },
		links: { id, href: '', label: '' },
		videos: { id, href: '', label: '' }
	};
	return rows[field];
}

/** Whether a row says nothing: such a row is none. */
export function isEmptyRow(row: RowOf[RowField]): boolean {
	const { id: _, ...said } = row;
	return Object.entries(said).every(([name, text]) => name === 'kind' || String(text).trim() === '');
}
