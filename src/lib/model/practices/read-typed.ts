import { writingLanguages, type WritingLanguage } from '#lib/i18n/locales.ts';
import { cleanLine } from '../documents/clean.ts';
import type { Doc } from '../documents/doc.ts';
import { isEmpty, markdownLimit, textLength } from '../documents/limits.ts';
import { fromTyped } from '../documents/markdown.ts';
import { shapeOf, type TextField } from './fields.ts';
import { limits } from './limits.ts';
import type { PracticeForm } from './practice.ts';
import { readCost, readPeriodTyped } from './read-quantities.ts';
import { readFigures, readLinks, readModules, readVideos } from './read-rows.ts';
import type { FormField, TypedPractice, TypedText } from './typed.ts';
import type { Languages, ReadField } from './untaken.ts';
import type { PracticeValues } from './values.ts';

const lines = {
	title: limits.title,
	pitch: limits.pitch,
	englishTitle: limits.title,
	englishPitch: limits.pitch,
	funding: limits.line,
	place: limits.line
} as const;

/** What a story asks for even as a draft, and what an entry does. */
export function neededIn(form: PracticeForm): readonly FormField[] {
	return form === 'story' ? ['title', 'summary'] : ['title', 'pitch', 'summary'];
}

/** Languages of who writes: of their pages, then of the entry. */
export function languagesOf(locale: WritingLanguage, lang: string): Languages {
	return Object.hasOwn(writingLanguages, lang) ? [locale, lang as WritingLanguage] : [locale];
}

/** Reads one field of the form. */
export function readField<Field extends FormField>(
	typed: TypedPractice,
	field: Field,
	languages: Languages
): ReadField<PracticeValues[Field]> {
	return readAny(typed, field, languages) as ReadField<PracticeValues[Field]>;
}

function readAny(typed: TypedPractice, field: FormField, languages: Languages): ReadField<unknown> {
	if (field === 'lang') return { value: typed.lang };
	switch (shapeOf(field)) {
		case 'line':
			return readLine(typed, field as keyof typeof lines);
		case 'text':
			return readText(typed[field as TextField], field as TextField);
		case 'themes':
			return { value: typed.themes };
		case 'tags':
			return readTags(typed.tags);
		case 'evidence':
			return readFigures(typed.evidence, languages);
		case 'cost':
			return readCost(typed.cost, languages);
		case 'period':
			return readPeriodTyped(typed.period, languages);
		case 'modules':
			return readModules(typed.modules);
		case 'person':
			return { value: typed.contact || null };
		case 'links':
			return readLinks(typed.links);
		case 'videos':
			return readVideos(typed.videos);
		case 'files':
			return { value: typed.files };
	}
}

function readLine(typed: TypedPractice, field: keyof typeof lines): ReadField<string> {
	const value = cleanLine(typed[field]);
	return value.length > lines[field] ? { untaken: [{ at: field, code: 'too_long' }] } : { value };
}

function readText({ text, held }: TypedText, field: TextField): ReadField<Doc | null> {
	if (text.trim() === '') return { value: null };
	const tooLong = { untaken: [{ at: field, code: 'too_long' }] };
	if (text.length > markdownLimit || held.length > markdownLimit) return tooLong;
	const doc = fromTyped(text, held);
	if (textLength(doc) > limits.text) return tooLong;
	return { value: isEmpty(doc) ? null : doc };
}

function readTags(typed: string): ReadField<string[]> {
	const all = typed
		.split(/[,;\n]/)
		.map(cleanLine)
		.filter(Boolean);
	const value = [...new Map(all.map((tag) => [tag.toLowerCase(), tag])).values()];
	if (value.some((tag) => tag.length > limits.tag)) return { untaken: [{ at: 'tags', code: 'tag_too_long' }] };
	if (value.length > limits.tags) return { untaken: [{ at: 'tags', code: 'too_many' }] };
	return { value };
}
