import { z } from 'zod';
import { writingLanguages } from '#lib/i18n/locales.ts';
import type { Doc } from '#lib/model/documents/doc.ts';
import { isPageAddress } from '#lib/model/documents/href.ts';
import { isEmpty, textLength } from '#lib/model/documents/limits.ts';
import { normalizeDoc } from '#lib/model/documents/normalize.ts';
import { docSchema } from '#lib/model/documents/schema.ts';
import { limits } from '#lib/model/practices/limits.ts';
import { evidenceKinds, moduleKinds, type PracticeValues } from '#lib/model/practices/values.ts';
import { readVideoLink } from '#lib/model/videos.ts';
import { attachments } from '../files/attach.ts';
import { saysSomething, typedLine, typedText } from '../platform/typed.ts';
import { roughDay } from './rough-day.ts';

/* What an entry may say, field by field. The codes of what is wrong are told beside the field. */

/** A text in canonical shape; one that says nothing is null. */
const text = docSchema
	.transform(normalizeDoc)
	.refine((doc) => textLength(doc) <= limits.text, 'too_long')
	.transform((doc): Doc | null => (isEmpty(doc) ? null : doc))
	.nullable();

function few<One extends z.ZodType>(one: One, most: number) {
	// Counted before each is looked at.
	return z
		.unknown()
		.refine((all) => Array.isArray(all), { error: 'invalid', abort: true })
		.refine((all) => (all as unknown[]).length <= most, { error: 'too_many', abort: true })
		.pipe(z.array(one));
}

function once<One>(all: readonly One[], key: (one: One) => string): boolean {
	return new Set(all.map(key)).size === all.length;
}

const decimal = z.string().refine((typed) => /^-?\d{1,12}(\.\d{1,4})?$/.test(typed), 'no_number');
const amount = z.string().refine((typed) => /^\d{1,12}(\.\d{1,2})?$/.test(typed), 'no_amount');

const figure = z.strictObject({
	id: z.uuid(),
	what: typedLine(limits.line).refine(saysSomething, 'needed'),
	before: decimal.nullable(),
	amount: decimal,
	unit: typedLine(limits.unit),
	year: z
		.int()
		.refine((year) => year >= 1900 && year <= 2100, 'no_year')
		.nullable(),
	source: typedLine(limits.line),
	kind: z.enum(evidenceKinds)
});

const cost = z
	.strictObject({
		from: amount.nullable(),
		to: amount.nullable(),
		currency: z.string().refine((code) => /^[A-Z]{3}$/.test(code), 'no_currency')
	})
	.refine(({ from, to }) => from !== null || to !== null, 'no_amount')
	.refine(({ from, to }) => from === null || to === null || Number(from) <= Number(to), 'from_above_to')
	.nullable();

const period = z
	.strictObject({ from: roughDay.nullable(), to: roughDay.nullable() })
	.refine(({ from, to }) => !from || !to || from.date <= to.date, 'from_after_to')
	.transform((days) => (days.from || days.to ? days : null))
	.nullable();

const part = z.strictObject({
	id: z.uuid(),
	kind: z.enum(moduleKinds),
	title: typedLine(limits.line).refine(saysSomething, 'needed'),
	text: typedText(limits.module)
});

const address = z
	.string()
	.transform((href) => href.trim())
	.refine((href) => href.length <= limits.href && isPageAddress(href), 'no_address');

/** The address of its page, as its provider writes it. */
const video = z.string().transform((href, context) => {
	const read = readVideoLink(href);
	if ('page' in read) return read.page;
	context.addIssue({ code: 'custom', message: 'no_video' });
	return z.NEVER;
});

const tags = few(typedLine(limits.tag), limits.tags).transform((all) => [
	...new Map(all.filter(Boolean).map((tag) => [tag.toLowerCase(), tag])).values()
]);

const fields = {
	lang: z.enum(Object.keys(writingLanguages) as [string, ...string[]]),
	title: typedLine(limits.title),
	pitch: typedLine(limits.pitch),
	summary: text,
	englishTitle: typedLine(limits.title),
	englishPitch: typedLine(limits.pitch),
	englishSummary: text,
	themes: few(z.string().max(100), limits.themes).transform((all) => [...new Set(all)]),
	tags,
	solution: text,
	approach: text,
	participation: text,
	impact: text,
	evidence: few(figure, limits.figures).refine((all) => once(all, ({ id }) => id), 'twice'),
	reuse: text,
	resources: text,
	cost,
	funding: typedLine(limits.line),
	period,
	lessons: text,
	partners: text,
	modules: few(part, limits.modules).refine((all) => once(all, ({ id }) => id), 'twice'),
	contact: z.uuid().nullable(),
	place: typedLine(limits.line),
	links: few(z.strictObject({ href: address, label: typedLine(limits.line) }), limits.links),
	videos: few(z.strictObject({ href: video, title: typedLine(limits.line) }), limits.videos),
	files: attachments.unwrap()
} satisfies { [Field in keyof PracticeValues]: z.ZodType<PracticeValues[Field]> };

/** Some fields of an entry; what is left away stays as it is, and what no entry has is refused. */
export const someValues = z.strictObject(fields).partial();
