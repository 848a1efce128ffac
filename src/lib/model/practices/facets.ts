import { writingLanguages } from '#lib/i18n/locales.ts';
import { limits } from './limits.ts';
import { practiceForms } from './practice.ts';
import { evidenceKinds, type Cost, type Period } from './values.ts';

/** What the list of published entries is filtered by; each is a parameter of its address by the same name. */
export const facets = [
	'theme',
	'stage',
	'city',
	'country',
	'cost',
	'period',
	'evidence',
	'completeness',
	'tells',
	'lang',
	'form',
	'tag',
	'bookmarked'
] as const;
export type Facet = (typeof facets)[number];

/** For what is not told, in the facets in which that can be chosen. */
export const notTold = 'none';
/** The bands in euros, as the database sorts entries into them; a cost from-to is in each that it reaches into. */
export const costBands = [
	'under-10000',
	'10000-50000',
	'50000-250000',
	'250000-1000000',
	'over-1000000',
	/** In another currency. */
	'other',
	notTold
] as const;
/** How many of the twelve are told. */
export const completenessBands = ['10-12', '7-9', '4-6', '0-3'] as const;
/** How far other cities are with it; `none` where no city has taken it up. */
export const adoptionStages = ['interested', 'understand', 'adapt', 'reuse', 'result', 'stopped', notTold] as const;
export const beforeAll = 'before-2000';

/** The values that a facet has whatever the network holds. */
const closed: Partial<Record<Facet, readonly string[]>> = {
	stage: adoptionStages,
	cost: costBands,
	evidence: [...evidenceKinds, notTold],
	completeness: completenessBands,
	tells: ['lessons'],
	lang: Object.keys(writingLanguages),
	form: practiceForms,
	bookmarked: ['yes']
};

/** The values of the facets that the network itself brings. */
export interface OwnValues {
	/** Slugs. */
	theme: readonly string[];
	/** Codes. */
	city: readonly string[];
	country: readonly string[];
}

/** The values of a facet in their order; null where the entries bring them. */
export function valuesOf(facet: Facet, own: OwnValues): readonly string[] | null {
	return closed[facet] ?? (facet === 'theme' || facet === 'city' || facet === 'country' ? own[facet] : null);
}

/** Whether a facet knows a value: five years are called by the first of them. */
export function isValueOf(facet: Facet, value: string, own: OwnValues): boolean {
	const values = valuesOf(facet, own);
	if (values) return values.includes(value);
	if (facet === 'period') return /^(?:none|before-2000|20\d[05])$/.test(value);
	return value !== '' && value.length <= limits.tag && value === value.trim();
}

/** The band in which a cost begins, as the database sorts it. */
export function costBandOf({ from, to, currency }: Cost): (typeof costBands)[number] {
	const amount = Number(from ?? to);
	if (currency !== 'EUR') return 'other';
	if (amount < 10_000) return 'under-10000';
	if (amount < 50_000) return '10000-50000';
	if (amount < 250_000) return '50000-250000';
	return amount < 1_000_000 ? '250000-1000000' : 'over-1000000';
}

/** The five years in which it began, called by the first of them. */
export function fiveYearsOf({ from, to }: Period): string {
	const year = Number((from ?? to)?.date.slice(0, 4) ?? 0);
	return year < 2000 ? beforeAll : String(year - (year % 5));
}
