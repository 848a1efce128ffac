import type { WritingLanguage } from '#lib/i18n/locales.ts';
import type { TypedProblem } from '../quantities/typed-problem.ts';
import type { VideoRefused } from '../videos.ts';

/** One thing that was not taken as it was typed. */
export interface Untaken {
	/** Where it stands: `title`, `cost.from`, `evidence.2.amount`, counted from 0 as the rows stand in the form. */
	at: string;
	code: string;
	/** Why a number, an amount or a date was not read. */
	typed?: TypedProblem;
	video?: VideoRefused['problem'];
}

/** What a field says, or what in it was not taken. */
export type ReadField<Value> = { value: Value } | { untaken: Untaken[] };

/** The languages in which somebody may have written numbers and dates, the likelier first. */
export type Languages = readonly [WritingLanguage, ...WritingLanguage[]];
