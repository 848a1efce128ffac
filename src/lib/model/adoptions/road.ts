import type { Adoption, Step } from './adoption.ts';
import { quietDays, stageAfter, stages, type Stage } from './stages.ts';

/** How an adoption stands to a stage: passed, there now, stopped there, or still to come. */
export type StageState = 'done' | 'now' | 'stop' | 'todo';

/** One stage of the road, for a page to draw. */
export interface StageOnRoad {
	stage: Stage;
	state: StageState;
	/** What was said there last; the reason where it stopped. */
	note: string;
	/** When that was said, or since when it is there now, ISO; null where it was never there. */
	at: string | null;
}

/** The whole road of an adoption, stage by stage. A result that goes on is no stage one is still in: it is done. */
export function roadOf({ stage, stopped, steps }: Pick<Adoption, 'stage' | 'stopped' | 'steps'>): StageOnRoad[] {
	const here = stages.indexOf(stage);
	return stages.map((one, place) => {
		const said = steps.findLast(({ kind }) => kind === one);
		const told = { stage: one, note: said?.note ?? '', at: said?.at ?? null };
		if (place > here) return { ...told, state: 'todo', note: '', at: null };
		if (place < here) return { ...told, state: 'done' };
		if (stopped !== null) return { ...told, state: 'stop', note: stopped, at: steps.at(-1)?.at ?? null };
		if (stage === 'result') return { ...told, state: 'done' };
		return { ...told, state: 'now', note: noteHere(steps, one), at: sinceWhen(steps, one) };
	});
}

/** The steps since it came to this stage. */
function stay(steps: readonly Step[], stage: Stage): Step[] {
	const before = steps.findLastIndex(({ kind }) => kind !== stage);
	return steps.slice(before + 1);
}

function noteHere(steps: readonly Step[], stage: Stage): string {
	return stay(steps, stage).findLast(({ note }) => note !== '')?.note ?? '';
}

function sinceWhen(steps: readonly Step[], stage: Stage): string | null {
	return stay(steps, stage)[0]?.at ?? null;
}

/** Where a press leads to next: the stage after this one, or back to where it stopped; nothing after the result. */
export function nextStage({ stage, stopped }: Pick<Adoption, 'stage' | 'stopped'>): Stage | undefined {
	return stopped === null ? stageAfter(stage) : stage;
}

/** Whether nothing new was said for long, where something is expected. */
export function isQuiet({ stage, stopped, newsAt }: Pick<Adoption, 'stage' | 'stopped' | 'newsAt'>, now: string): boolean {
	if (stage === 'result' || stopped !== null) return false;
	return Date.parse(now) - Date.parse(newsAt) >= quietDays * 86_400_000;
}
