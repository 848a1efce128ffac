import { isTold, type PracticeField, type PracticeValues } from './values.ts';

/** What a field holds: one line, a text with paragraphs and lists, or something with parts of its own. */
export type FieldShape =
	'line' | 'text' | 'themes' | 'tags' | 'evidence' | 'cost' | 'period' | 'modules' | 'person' | 'links' | 'videos' | 'files';

const shapes = {
	title: 'line',
	pitch: 'line',
	summary: 'text',
	englishTitle: 'line',
	englishPitch: 'line',
	englishSummary: 'text',
	themes: 'themes',
	tags: 'tags',
	solution: 'text',
	approach: 'text',
	participation: 'text',
	impact: 'text',
	evidence: 'evidence',
	reuse: 'text',
	resources: 'text',
	cost: 'cost',
	funding: 'line',
	period: 'period',
	lessons: 'text',
	partners: 'text',
	modules: 'modules',
	contact: 'person',
	place: 'line',
	links: 'links',
	videos: 'videos',
	files: 'files'
} as const satisfies Record<PracticeField, FieldShape>;

/** Every field, in the order of the form. */
export const practiceFields = Object.keys(shapes) as PracticeField[];

export function shapeOf(field: PracticeField): FieldShape {
	return shapes[field];
}

export function isPracticeField(name: string): name is PracticeField {
	return Object.hasOwn(shapes, name);
}

/** The fields that hold a text with paragraphs and lists. */
export const textFields = practiceFields.filter((field): field is TextField => shapes[field] === 'text');
export type TextField = {
	[Field in PracticeField]: (typeof shapes)[Field] extends 'text' ? Field : never;
}[PracticeField];

/** Without these nothing can be submitted. */
export const neededFields = ['title', 'pitch', 'summary'] as const satisfies readonly PracticeField[];

/** The four questions of a success story: from the idea to the result. */
export const storyFields = ['summary', 'solution', 'impact', 'lessons'] as const satisfies readonly PracticeField[];

/** What a reader looks for when deciding whether to take a practice over: twelve, one for each stroke of its completeness. */
export const weighedFields = [
	'summary',
	'themes',
	'solution',
	'approach',
	'participation',
	'evidence',
	'reuse',
	'resources',
	'cost',
	'period',
	'lessons',
	'modules'
] as const satisfies readonly PracticeField[];

/** How many of the twelve are told. */
export function completenessOf(values: PracticeValues): number {
	return weighedFields.filter((field) => isTold(values, field)).length;
}

/** What readers may ask the owner for where it is not told yet; in English its beginning as a whole. */
export const askableFields: readonly PracticeField[] = practiceFields.filter(
	(field) => !['title', 'pitch', 'summary', 'englishTitle', 'englishPitch', 'tags', 'contact', 'links', 'videos'].includes(field)
);

/** What of these an entry in this language does not tell: one in English needs no English beginning. */
export function untoldFields(values: PracticeValues): PracticeField[] {
	return askableFields.filter((field) => !isTold(values, field) && (field !== 'englishSummary' || values.lang !== 'en'));
}

/** What of an entry a discussion can be about; what is said of a field in English too is said of the same. */
export const discussedFields: readonly PracticeField[] = practiceFields.filter((field) => !field.startsWith('english'));
