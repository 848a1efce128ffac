/** The road of a practice into another city. */
export const stages = ['interested', 'understand', 'adapt', 'reuse', 'result'] as const;
export type Stage = (typeof stages)[number];

/** What a step on that road leads to: a stage, or a stop that can be taken up again. */
export const stepKinds = [...stages, 'stopped'] as const;
export type StepKind = (typeof stepKinds)[number];

/** The stage after this one; nothing after the last. */
export function stageAfter(stage: Stage): Stage | undefined {
	return stages[stages.indexOf(stage) + 1];
}

/** What a city does with a part of a practice. */
export const moduleChoices = ['undecided', 'kept', 'changed', 'dropped'] as const;
export type ModuleChoice = (typeof moduleChoices)[number];

export const logKinds = ['visit', 'lesson', 'news'] as const;
export type LogKind = (typeof logKinds)[number];

/** What an adopting city says to a new revision. */
export const publicationAnswers = ['seen', 'follow', 'stay'] as const;
export type PublicationAnswer = (typeof publicationAnswers)[number];

/** After so many days without news the page asks kindly how it is going, and people are reminded once. */
export const quietDays = 60;

/** How much an adoption may hold: characters, or how many. */
export const adoptionLimits = {
	note: 200,
	reason: 1000,
	module: 1000,
	next: 200,
	log: 8000,
	question: 2000,
	files: 10,
	people: 20
} as const;
