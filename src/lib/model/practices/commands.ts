import type { OnceCommand, Placed, RepeatableCommand } from '../command.ts';
import type { PracticeForm, Reason } from './practice.ts';
import type { PracticeField, PracticeValues } from './values.ts';

/** What a save is answered: the newest revision, and the fields in which somebody else had written something else meanwhile. */
export interface SavedPractice extends Placed {
	n: number;
	clashes: (keyof PracticeValues)[];
}

/** What a clash comes to. */
export interface SettledClash extends SavedPractice {
	/** The revision that says what one wrote oneself as it was written: what is typed on top of it was made from there. */
	asWritten: number;
}

export interface PracticeCommands {
	/** Begins a draft. Title, pitch, city and summary are enough; a story's pitch is taken from its summary where it has none. */
	beginPractice: OnceCommand<{ network: string; city: string; form: PracticeForm; values: Partial<PracticeValues> }, Placed>;
	/** Keeps what was changed since the revision `base`; what others changed meanwhile stays too. */
	savePractice: OnceCommand<{ id: string; base: number; values: Partial<PracticeValues> }, SavedPractice>;
	/** The draft says again what its revision `n` said. */
	takeBackWords: OnceCommand<{ id: string; n: number }, SavedPractice>;
	/** Asks the leads to publish the draft as it is. */
	submitPractice: OnceCommand<{ id: string; n: number }, Placed>;
	/** Takes that back. */
	withdrawPractice: OnceCommand<{ id: string }, Placed>;
	/** A lead asks for changes to what was submitted in this round. */
	requestChanges: OnceCommand<{ id: string; round: number; reasons: Reason[] }, Placed>;
	/** A lead publishes what was submitted in this round. */
	approvePractice: OnceCommand<{ id: string; round: number }, Placed>;
	/** The city publishes what it changed since; `n` is the revision that it has before its eyes. */
	publishChanges: OnceCommand<{ id: string; n: number }, Placed>;
	archivePractice: OnceCommand<{ id: string }, Placed>;
	reopenPractice: OnceCommand<{ id: string }, Placed>;
	/** A story becomes a full entry. */
	growPractice: OnceCommand<{ id: string }, Placed>;
	/** A reader asks for a field that is not told yet. */
	askForField: OnceCommand<{ id: string; field: PracticeField }, Placed>;
	/** Sets whether an entry is among one's own bookmarks. */
	bookmarkPractice: RepeatableCommand<{ id: string; on: boolean }, null>;
	/** A clash is settled: where both wrote, this side stands. */
	settleClash: OnceCommand<{ id: string; field: keyof PracticeValues; keep: 'mine' | 'theirs' }, SettledClash>;
}

declare module '../commands.ts' {
	interface Commands extends PracticeCommands {}
}
