import type { SectionDoc } from '../documents/section-doc.ts';
import type { OnceCommand, Placed, RepeatableCommand } from '../command.ts';
import type { PlanDescription } from './plan.ts';
import type { PlanPart, TemplatePart } from './parts.ts';
import type { RowKind, RowValuesByKind } from './rows/row.ts';

/** What a save of a section is answered. */
export interface SavedSection extends Placed {
	/** Number of the newest revision. */
	n: number;
	/** Whether it holds what somebody else wrote meanwhile, and is to be loaded. */
	merged: boolean;
	/** Whether both changed the same words: what was sent is kept beside them until one side is chosen. */
	clashes: boolean;
}

/** What a save of a row is answered. */
export interface SavedRow extends Placed {
	n: number;
	merged: boolean;
	/** Cells in which somebody else wrote something else meanwhile; what was sent is kept beside it. */
	clashes: string[];
}

/** What the choice of a side in a cell is answered. */
export interface SettledRow extends SavedRow {
	/** The revision that says this person's side as it was sent. */
	asWritten: number;
}

export interface PlanCommands {
	/** Begins the draft of a plan, with the parts of the network's template. */
	beginPlan: OnceCommand<{ network: string; city: string; title: string; lang: string }, Placed>;
	describePlan: OnceCommand<{ id: string; changed: Partial<PlanDescription> }, Placed>;
	/** From now on these people of elsewhere read the draft, and no others. */
	inviteToPlan: OnceCommand<{ id: string; people: string[] }, Placed>;
	/** Everybody in the network reads the working text from now on, and is asked until a day. */
	openConsultation: OnceCommand<{ id: string; question: string; endsOn: string }, Placed>;
	/** Says the question or the day anew. */
	askAnew: OnceCommand<{ id: string; question: string; endsOn: string }, Placed>;
	revisePlan: OnceCommand<{ id: string }, Placed>;
	adoptPlan: OnceCommand<{ id: string; body: string; adoptedOn: string; file: string | null }, Placed>;
	/** Adds the file of its declaration to a version that was adopted without one. */
	attachDeclaration: OnceCommand<{ id: string; version: number; file: string }, Placed>;
	/** Sets the mark on an adopted plan. */
	implementPlan: OnceCommand<{ id: string; on: boolean }, Placed>;
	freezeVersion: OnceCommand<{ id: string; name: string }, Placed & { version: number }>;

	/** `after`: the section behind which it stands; null for the first place. */
	addSection: OnceCommand<{ plan: string; after: string | null; title: string; part: PlanPart | null }, Placed>;
	saveSection: OnceCommand<{ id: string; base: number; title?: string; lang?: string; doc?: SectionDoc }, SavedSection>;
	/** The section says again what its revision `n` said. */
	takeBackSection: OnceCommand<{ id: string; n: number }, SavedSection>;
	/** A clash of one's own is settled: this side stands. */
	settleSection: OnceCommand<{ id: string; keep: 'mine' | 'theirs' }, SavedSection>;
	moveSection: OnceCommand<{ id: string; after: string | null }, Placed>;
	retireSection: OnceCommand<{ id: string }, Placed>;
	returnSection: OnceCommand<{ id: string }, Placed>;
	/** These local members of the city write in it, and no others. */
	giveSection: OnceCommand<{ id: string; people: string[] }, Placed>;
	/** This reader has seen the section up to a revision, and its rows up to what others changed at `rowsAt` (ISO). */
	readSection: RepeatableCommand<{ id: string; n: number; rowsAt?: string | null }, null>;

	addRow: OnceCommand<{ section: string; after: string | null; kind: RowKind; values: Partial<RowValuesByKind[RowKind]> }, Placed>;
	/** Keeps the cells that were changed since the revision `base`. */
	saveRow: OnceCommand<{ id: string; base: number; values: Partial<RowValuesByKind[RowKind]> }, SavedRow>;
	takeBackRow: OnceCommand<{ id: string; n: number }, SavedRow>;
	/** A clash of one's own in a cell is settled: this side stands. */
	settleRow: OnceCommand<{ id: string; cell: string; keep: 'mine' | 'theirs' }, SettledRow>;
	moveRow: OnceCommand<{ id: string; after: string | null }, Placed>;
	retireRow: OnceCommand<{ id: string }, Placed>;
	returnRow: OnceCommand<{ id: string }, Placed>;

	/** Takes a section, or a row, out of everybody's sight but its city's and the leads', and says why. */
	hideSection: OnceCommand<{ id: string; reason: string }, Placed>;
	restoreSection: OnceCommand<{ id: string }, Placed>;
	hideRow: OnceCommand<{ id: string; reason: string }, Placed>;
	restoreRow: OnceCommand<{ id: string }, Placed>;

	/** What parts a plan begins with from now on. */
	shapeTemplate: OnceCommand<{ network: string; parts: TemplatePart[] }, { id: string }>;
}

declare module '../commands.ts' {
	interface Commands extends PlanCommands {}
}
