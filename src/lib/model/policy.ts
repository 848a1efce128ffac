import type { Actor } from './access/actor.ts';
import { modelNouns } from './nouns.ts';
import { policyOf } from './policy-of.ts';

/** What each question is asked about; each noun declares its own. The rules stand in the nouns' doors. */
export interface Subjects {}
export type Question = keyof Subjects;

const ask = policyOf(modelNouns, modelNouns);

/** The one place that says who may do what: asked by commands, joins, and by pages before they draw a button. */
export function can<Q extends Question>(actor: Actor, question: Q, subject: Subjects[Q]): boolean {
	return ask(actor, question, subject);
}
