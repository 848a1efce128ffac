import { cityGroup, networkGroup, roleGroup } from '../access/groups.ts';
import type { Subject } from '../threads/subject.ts';
import type { PersonTag } from '../people/tags.ts';
import type { PracticeField, PracticeValues } from './values.ts';

/** A success story answers four questions; an entry has every field. */
export const practiceForms = ['story', 'entry'] as const;
export type PracticeForm = (typeof practiceForms)[number];

/** `changes`: a lead asked for changes. `archived`: no longer offered, or set aside before it ever was. */
export const practiceStates = ['draft', 'submitted', 'changes', 'published', 'archived'] as const;
export type PracticeState = (typeof practiceStates)[number];

/** Where an entry stands, whatever it says. */
export interface PracticeHead {
	id: string;
	network: string;
	/** Code of the city that tells it. */
	city: string;
	form: PracticeForm;
	state: PracticeState;
	shortId: string;
	slug: string;
	illustrative: boolean;
	/** Number of the newest revision of the draft. */
	draftN: number;
	/** The revision that everybody reads; null before the first publication. */
	publishedN: number | null;
	/** ISO; null before the first publication. */
	publishedAt: string | null;
	/** When what everybody reads last changed, ISO. */
	changedAt: string | null;
}

/** An entry as a reader's page shows it: what everybody reads, or its draft before there is any. */
export interface Practice extends PracticeHead {
	values: PracticeValues;
}

/** The address of an entry; the words in it may change, the short id does not. */
export function hrefOfPractice({ slug, shortId }: Pick<PracticeHead, 'slug' | 'shortId'>): string {
	return `/practices/${slug}-${shortId}`;
}

export const practiceStream = (id: string): string => `practice:${id}`;
export const draftStream = (id: string): string => `practice-draft:${id}`;

/** Who hears of what is published: everybody of the network. */
export function audienceOfPractice({ network }: Pick<PracticeHead, 'network'>): string[] {
	return [networkGroup(network)];
}

/** Who hears of a draft: its city and the leads. */
export function audienceOfDraft({ network, city }: Pick<PracticeHead, 'network' | 'city'>): string[] {
	return [cityGroup(network, city), roleGroup(network, 'lead')];
}

/** A published entry as its thread knows it. */
export function subjectOfPractice(practice: PracticeHead): Subject {
	const { id, network } = practice;
	const audience = audienceOfPractice(practice);
	return { kind: 'practice', id, network, stream: practiceStream(id), audience, href: hrefOfPractice(practice) };
}

/** A draft as its thread knows it. */
export function subjectOfDraft(practice: PracticeHead): Subject {
	const { id, network } = practice;
	const audience = audienceOfDraft(practice);
	return { kind: 'practice-draft', id, network, stream: draftStream(id), audience, href: `${hrefOfPractice(practice)}/draft` };
}

/** Why a lead asked for changes: of a field, or of the whole where it names none. */
export interface Reason {
	field: PracticeField | null;
	text: string;
}

/** One turn between a city and the leads. */
export interface Round {
	number: number;
	/** The revision that was submitted. */
	n: number;
	by: PersonTag | null;
	at: string;
	outcome: 'open' | 'changes' | 'approved' | 'withdrawn';
	decidedBy: PersonTag | null;
	decidedAt: string | null;
	reasons: Reason[];
}

/** One time that an entry was published. */
export interface Publication {
	number: number;
	n: number;
	by: PersonTag | null;
	at: string;
}
