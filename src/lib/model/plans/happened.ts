import type { SectionBlock } from '../documents/section-doc.ts';
import type { PlanHead } from './plan.ts';
import type { RowKind } from './rows/row.ts';
import type { SectionHead } from './section.ts';

/** What of a plan stands at the moment when it is opened: who opens it later begins from there. */
export interface PlanManifest {
	sections: { id: string; n: number }[];
	rows: { id: string; n: number }[];
}

/** What happened to a plan. Saves are nothing to be read; a consultation, a version and an adoption are. */
export interface PlanEvents {
	'plan.begun': { id: string };
	'plan.described': { id: string; changed: Partial<Pick<PlanHead, 'title' | 'lang' | 'horizon' | 'contact' | 'slug'>> };
	/** Said in the stream of its draft alone: from then on it speaks into that of everybody. */
	'plan.released': { id: string };
	'plan.opened': { id: string; manifest: PlanManifest };
	'plan.asked': { id: string; endsOn: string };
	'plan.revised': { id: string };
	'plan.adopted': { id: string; version: number };
	/** The file of a declaration was added to a version that was adopted before. */
	'plan.declared': { id: string; version: number };
	'plan.implementing': { id: string; on: boolean };
	'section.added': { id: string; head: SectionHead; after: string | null };
	'section.saved': {
		id: string;
		/** Number of the revision. */
		revision: number;
		/** The one that it was made from. */
		base: number;
		title: string;
		lang: string;
		length: number;
		/** Null where they are too large to travel. */
		blocks: SectionBlock[] | null;
		/** The older revision whose words came back. */
		takenBack?: number;
	};
	'section.moved': { id: string; after: string | null };
	'section.retired': { id: string };
	'section.returned': { id: string };
	'section.given': { id: string; people: string[] };
	'section.hidden': { id: string };
	'section.restored': { id: string };
	'row.added': { id: string; section: string; kind: RowKind; after: string | null };
	'row.saved': { id: string; section: string; revision: number; cells: string[] };
	'row.moved': { id: string; section: string; after: string | null };
	'row.retired': { id: string; section: string };
	'row.returned': { id: string; section: string };
	'row.hidden': { id: string; section: string };
	'row.restored': { id: string; section: string };
	'version.frozen': { id: string; version: number; name: string };
}

declare module '../events.ts' {
	interface Events extends PlanEvents {}
}
