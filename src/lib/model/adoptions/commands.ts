import type { OnceCommand, Placed } from '../command.ts';
import type { Doc } from '../documents/doc.ts';
import type { AttachedById } from '../files/attached.ts';
import type { NextStep } from './adoption.ts';
import type { LogKind, ModuleChoice, PublicationAnswer, Stage } from './stages.ts';

interface LogText {
	kind: LogKind;
	doc: Doc;
	lang: string;
	files?: AttachedById[];
}

/** `Placed` says where in the practice's stream it stands, but for a question: that stands in the stream of the pair. */
export interface AdoptionCommands {
	/** A city says that a practice interests it. `id` is the practice's; the answer's is the adoption's. */
	markInterest: OnceCommand<{ id: string; city: string }, Placed>;
	/** A city asks the owner, without taking the practice over. `id` is the practice's; the answer's is that of the pair. */
	askOwner: OnceCommand<{ id: string; city: string; doc: Doc; lang: string }, Placed>;
	/** To any stage, forward or back, with a line; to the same stage with another line. Takes up what was stopped. */
	moveAdoption: OnceCommand<{ id: string; stage: Stage; note: string }, Placed>;
	stopAdoption: OnceCommand<{ id: string; reason: string }, Placed>;
	chooseModule: OnceCommand<{ id: string; module: string; choice: ModuleChoice; note: string }, Placed>;
	setNextStep: OnceCommand<{ id: string; next: NextStep | null }, Placed>;
	/** Puts oneself or somebody of one's own city among those who look after it. */
	joinAdoption: OnceCommand<{ id: string; person?: string }, Placed>;
	leaveAdoption: OnceCommand<{ id: string; person?: string }, Placed>;
	addLogEntry: OnceCommand<LogText & { id: string }, Placed>;
	/** Only its author edits or removes an entry; `id` is the entry's. */
	editLogEntry: OnceCommand<LogText & { id: string }, Placed>;
	removeLogEntry: OnceCommand<{ id: string }, Placed>;
	hideLogEntry: OnceCommand<{ id: string; reason: string }, Placed>;
	restoreLogEntry: OnceCommand<{ id: string }, Placed>;
	answerPublication: OnceCommand<{ id: string; publication: number; answer: PublicationAnswer }, Placed>;
}

declare module '../commands.ts' {
	interface Commands extends AdoptionCommands {}
}
