import type { SectionDoc } from '../../model/documents/section-doc.ts';
import type { SavedSection } from '../../model/plans/commands.ts';
import type { Answer } from '../../model/protocol.ts';

/** What a section says, and the revision that says so. */
export interface StandingSection {
	n: number;
	title: string;
	doc: SectionDoc;
}

/** A section on its way to the server, under an id that stays the same through every retry. */
export interface SectionWrite {
	commandId: string;
	base: number;
	title: string;
	doc: SectionDoc;
}

export interface SectionWays {
	/** Where the draft is kept: `<personId>:<place>`. */
	place: string;
	send(this: void, write: SectionWrite): Promise<Answer<SavedSection>>;
	/** What the server has now. */
	load(this: void): Promise<StandingSection>;
	/** Calls its work whenever the line is up. */
	whenever(this: void, work: () => void): () => void;
	/** What stands in the editor, as it stands: also the space that was just typed at an end. */
	read(this: void): SectionDoc;
	/** Puts a document into the editor, with the smallest steps; false where it cannot take any now, as letters are being composed. */
	take(this: void, doc: SectionDoc): boolean;
}
