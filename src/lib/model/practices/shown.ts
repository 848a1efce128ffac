import type { AttachedFile } from '../files/attached.ts';
import type { HeardUpTo } from '../heard.ts';
import type { PersonTag } from '../people/tags.ts';
import type { Practice, PracticeHead } from './practice.ts';
import type { PracticeField } from './values.ts';

/** Who asks for a field. */
export interface AskedFor {
	count: number;
	/** Whether the reader is among them. */
	mine: boolean;
}

/** What stands around the words of an entry, whoever wrote them. */
export interface AroundPractice {
	/** Its themes, named in the reader's language. */
	themes: { slug: string; name: string }[];
	population: number | null;
	/** Whom to ask: the contact that it names, while that person is of the city, else the city's coordinators. */
	contacts: PersonTag[];
	files: AttachedFile[];
}

/** A published entry as a page shows it. */
export interface PracticeShown extends AroundPractice {
	heard: HeardUpTo;
	practice: Practice;
	asked: Partial<Record<PracticeField, AskedFor>>;
	bookmarked: boolean;
	/** Whether the reader may read its draft too. */
	readsDraft: boolean;
}

/** An entry in a list. */
export type PracticeLine = Pick<PracticeHead, 'id' | 'city' | 'form' | 'state' | 'shortId' | 'slug'> & { title: string; lang: string };

/** What practices put on a desk: what was told lately, and the drafts that the reader's city or the leads have in hand. */
export interface PracticesOnDesk {
	practices: { lately: PracticeLine[]; inHand: PracticeLine[] };
}

declare module '../desk/panels.ts' {
	interface DeskPanels extends PracticesOnDesk {}
}

/** What practices say on the page of a city: those that it told, the newest first. */
export interface PracticesOfCity {
	practices: PracticeLine[];
}

declare module '../network/city-sections.ts' {
	interface CitySections extends PracticesOfCity {}
}
