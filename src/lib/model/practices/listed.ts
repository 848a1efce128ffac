import type { Unknown } from '../search/query.ts';
import type { Facet } from './facets.ts';
import type { IgnoredValue } from './parse-list.ts';
import type { PracticeList } from './list-address.ts';
import type { PracticeForm, PracticeState } from './practice.ts';
import type { Cost } from './values.ts';

/** A city that has taken an entry up, and how far it is. */
export interface TakenUp {
	city: string;
	stage: string;
}

/** A published entry in the list, title and pitch in the reader's words as far as they are told. */
export interface ListedPractice {
	id: string;
	href: string;
	city: string;
	form: PracticeForm;
	/** Language of the title. */
	lang: string;
	title: string;
	pitch: string;
	pitchLang: string;
	illustrative: boolean;
	themes: string[];
	cost: Cost | null;
	fromYear: number | null;
	toYear: number | null;
	evidence: string;
	/** Of twelve. */
	completeness: number;
	/** ISO */
	changedAt: string;
	takenUp: TakenUp[];
}

export interface CountedValue {
	value: string;
	/** How many entries one would get with it added. */
	n: number;
}

/** What the list shows: of everything that the reader may read, what was asked for. */
export interface PracticesListed {
	/** Entries whatever is chosen. */
	total: number;
	/** Cities that tell what was hard. */
	frank: number;
	/** Entries that were asked for. */
	count: number;
	/** Entries that one would get without the words. */
	wordless: number;
	/** How many of them stand before the first that is shown. */
	before: number;
	entries: ListedPractice[];
	counts: Record<Facet, CountedValue[]>;
	/** Words that were looked for instead of mistyped ones, as they stand in what is shown. */
	meant: string[];
	/** Filters among the words that name nothing. */
	unknown: Unknown[];
}

export interface NamedTheme {
	slug: string;
	/** In the reader's language. */
	name: string;
}

/** A draft, or an entry with changes that are not published yet, as it waits above the list. */
export interface WaitingDraft {
	id: string;
	href: string;
	city: string;
	form: PracticeForm;
	state: PracticeState;
	lang: string;
	title: string;
	/** When somebody last wrote in it, ISO. */
	at: string;
	by: string;
}

/** What an address of the list answers. */
export interface PracticesPage {
	asked: PracticeList;
	ignored: IgnoredValue[];
	listed: PracticesListed;
	themes: NamedTheme[];
	drafts: WaitingDraft[];
	/** The city for which the reader may tell practices; null where there is none. */
	tells: string | null;
	/** Id of the network whose list it is. */
	inNetwork: string;
	/** Entries that come with each further page. */
	onAPage: number;
}
