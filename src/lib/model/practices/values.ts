import type { Doc } from '../documents/doc.ts';
import type { AttachedById } from '../files/attached.ts';
import type { Precision } from '../quantities/precision.ts';

/** Whether a figure was counted, or is hoped for. */
export const evidenceKinds = ['measured', 'expected'] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

/** Whether a city that takes a practice over needs the part, can choose it, or can add it. */
export const moduleKinds = ['core', 'optional', 'upgrade'] as const;
export type ModuleKind = (typeof moduleKinds)[number];

/** A figure that shows what difference a practice made. Amounts are decimals with a point (`-1234.5`). */
export interface Figure {
	id: string;
	/** What was counted: youth budget of the city. */
	what: string;
	/** Before, or the first of two years; null where there is one amount only. */
	before: string | null;
	amount: string;
	/** euros, %, people */
	unit: string;
	year: number | null;
	source: string;
	kind: EvidenceKind;
}

/** A part of a practice that can be taken over by itself. */
export interface PracticeModule {
	id: string;
	kind: ModuleKind;
	title: string;
	text: string;
}

export interface LinkToPage {
	href: string;
	label: string;
}

/** A film elsewhere: the address of its page. */
export interface VideoLink {
	href: string;
	title: string;
}

/** What it costs, as decimals with a point; one of both is enough. */
export interface Cost {
	from: string | null;
	to: string | null;
	/** ISO 4217 */
	currency: string;
}

/** A day, yyyy-mm-dd, of which only the month, quarter or year may be known. */
export interface RoughDay {
	date: string;
	precision: Precision;
}

/** From when until when; without an end it goes on. */
export interface Period {
	from: RoughDay | null;
	to: RoughDay | null;
}

/** What an entry says. What is not told yet is null, or empty. */
export interface PracticeValues {
	/** Language of all but the English fields. */
	lang: string;
	title: string;
	/** One line. */
	pitch: string;
	summary: Doc | null;
	/** Title, pitch and summary in English, for those who read no other language of the entry. */
	englishTitle: string;
	englishPitch: string;
	englishSummary: Doc | null;
	/** Of the network, by their slugs. */
	themes: string[];
	/** Words of one's own. */
	tags: string[];
	solution: Doc | null;
	/** Sustainable and integrated. */
	approach: Doc | null;
	participation: Doc | null;
	/** What difference it made, in words. */
	impact: Doc | null;
	evidence: Figure[];
	/** Why other cities should use it. */
	reuse: Doc | null;
	resources: Doc | null;
	cost: Cost | null;
	/** Where the money came from. */
	funding: string;
	period: Period | null;
	/** What was hard, and what was learned. */
	lessons: Doc | null;
	partners: Doc | null;
	modules: PracticeModule[];
	/** Id of a person of the city; without one its coordinator answers. */
	contact: string | null;
	place: string;
	links: LinkToPage[];
	videos: VideoLink[];
	/** Pictures with what they show, and other files. */
	files: AttachedById[];
}

export type PracticeField = Exclude<keyof PracticeValues, 'lang'>;

export const emptyValues: PracticeValues = {
	lang: 'en',
	title: '',
	pitch: '',
	summary: null,
	englishTitle: '',
	englishPitch: '',
	englishSummary: null,
	themes: [],
	tags: [],
	solution: null,
	approach: null,
	participation: null,
	impact: null,
	evidence: [],
	reuse: null,
	resources: null,
	cost: null,
	funding: '',
	period: null,
	lessons: null,
	partners: null,
	modules: [],
	contact: null,
	place: '',
	links: [],
	videos: [],
	files: []
};

/** Whether a field says something. */
export function isTold(values: PracticeValues, field: PracticeField): boolean {
	const value = values[field];
	return Array.isArray(value) ? value.length > 0 : value !== null && value !== '';
}
