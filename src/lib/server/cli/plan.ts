import { z } from 'zod';
import type { Localized } from '#lib/model/localized.ts';
import { markShapes } from '#lib/model/network/network.ts';
import { unholdable } from '../platform/holdable.ts';

/** A text in English alone, or by language: `"Youth"` or `{ "en": "Youth", "lv": "Jaunieši" }`. */
const localized = z
	.union([z.string().trim().min(1), z.record(z.string(), z.string().trim().min(1)).refine((text) => 'en' in text)], {
		error: 'a text, or texts by language with "en" among them'
	})
	.transform((text): Localized => (typeof text === 'string' ? { en: text } : { en: text.en ?? '', ...text }));

const said = localized.optional().transform((text): Localized => text ?? { en: '' });
export const line = (words: string) => z.string({ error: words }).trim().min(1, words).max(200, 'at most 200 characters');
const slug = z
	.string()
	.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'small letters, digits and hyphens')
	.max(60, 'at most 60 characters');
const colour = z
	.string()
	.regex(/^#[0-9a-f]{6}$/i, 'a colour like #20418f')
	.transform((hex) => hex.toLowerCase());

export const city = z.strictObject({
	code: z
		.string()
		.regex(/^[a-z]{2,8}$/, 'two to eight small letters')
		.optional(),
	slug: slug.optional(),
	name: localized,
	organisation: line('the name of the organisation'),
	country: z.string().regex(/^[A-Z]{2}$/, 'the two capital letters of ISO 3166, for instance "LV"'),
	timeZone: z.string().refine(isTimeZone, 'the name of a time zone, for instance "Europe/Riga"'),
	language: z.string().regex(/^[a-z]{2,3}$/, 'the code of a language, for instance "lv"'),
	latitude: z.number().min(-90).max(90).optional(),
	longitude: z.number().min(-180).max(180).optional(),
	population: z.int().positive().max(50_000_000, 'the number of inhabitants').optional(),
	leads: z.boolean().default(false),
	letters: z
		.string()
		.regex(/^\p{L}{2}$/u, 'two letters')
		.optional(),
	shape: z.enum(markShapes).optional(),
	colour: colour.optional()
});

const theme = z.union([
	localized.transform((name) => ({ name, slug: undefined })),
	z.strictObject({ slug: slug.optional(), name: localized })
]);

/** What an administrator writes down of a network before it is founded. */
export const plan = z
	.strictObject({
		network: z.strictObject({
			name: line('the name of the network'),
			slug: slug.optional(),
			motto: said,
			fundingLine: said,
			about: said
		}),
		cities: z.array(city).min(1, 'at least one city').max(200, 'at most 200 cities'),
		themes: z.array(theme).max(50, 'at most 50 themes').default([])
	})
	.refine(({ cities }) => cities.filter(({ leads }) => leads).length <= 1, { path: ['cities'], error: 'only one city leads' });

export type PlanInput = z.input<typeof plan>;
export type Plan = z.output<typeof plan>;
export type PlannedCity = Plan['cities'][number];

/** What was written down cannot be founded; the message lists what is wrong. */
export class PlanError extends Error {
	override name = 'PlanError';
}

/** @throws PlanError with everything that is wrong */
export function readPlan(raw: unknown): Plan {
	const { data, error } = plan.safeParse(raw);
	const broken = unholdable(data);
	if (broken !== null)
		throw new PlanError(`The description of the network is not right:\n  ${broken || 'the file'}: signs that are none`);
	if (data) return data;
	const wrong = error.issues.map(({ path, message }) => `  ${path.join('.') || 'the file'}: ${message}`);
	throw new PlanError(['The description of the network is not right:', ...wrong].join('\n'));
}

function isTimeZone(name: string): boolean {
	try {
		return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
	} catch {
		return false;
	}
}
