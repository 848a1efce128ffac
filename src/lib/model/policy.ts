import type { Actor } from './access/actor.ts';
import { joinNouns } from './join-nouns.ts';
import { none, type ListedRules, type ThreadRulesOf } from './noun.ts';
import { modelRules } from './rules.ts';

/** What each question is asked about; each noun declares its own. The rules stand in the nouns' doors. */
export interface Subjects {}
export type Question = keyof Subjects;

type Ask = <Q extends Question>(actor: Actor, question: Q, subject: Subjects[Q]) => boolean;

/**
 * The policy of these nouns together.
 * @throws Error when two of them answer the same question or bring the same kind
 */
export function policyOf(listed: readonly ListedRules[]): Ask {
	const rules = joinNouns(listed, ({ policy }) => policy);
	const threads = joinNouns(listed, ({ kinds, thread }) => Object.fromEntries((kinds ?? []).map((kind) => [kind, thread])));
	const threadRulesOf: ThreadRulesOf = (kind) => threads.get(kind) ?? none;
	return (actor, question, subject) => {
		if (actor.kind === 'visitor' || actor.suspended) return false;
		const rule = rules.get(question);
		if (!rule) throw new Error(`No noun has a rule for ${question}`);
		return rule(actor, subject as never, threadRulesOf);
	};
}

const ask = policyOf(modelRules);

/** The one place that says who may do what; asked by commands, joins, and by the browser before it draws a button. */
export function can<Q extends Question>(actor: Actor, question: Q, subject: Subjects[Q]): boolean {
	return ask(actor, question, subject);
}
