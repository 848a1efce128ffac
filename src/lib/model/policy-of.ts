import type { Actor } from './access/actor.ts';
import { joinNouns } from './join-nouns.ts';
import { none, type ListedPolicy, type NounKinds, type ThreadRulesOf } from './noun.ts';
import type { Question, Subjects } from './policy.ts';

export type Ask<Asked extends Question = Question> = <Q extends Asked>(actor: Actor, question: Q, subject: Subjects[Q]) => boolean;

/**
 * The policy of these nouns together.
 * @param kinds those on which threads hang
 * @throws Error when two of them answer the same question or bring the same kind
 */
export function policyOf(listed: readonly ListedPolicy[], kinds: readonly NounKinds[]): Ask {
	const rules = joinNouns(listed, ({ policy }) => policy);
	const threads = joinNouns(kinds, ({ kinds: its, thread }) => Object.fromEntries((its ?? []).map((kind) => [kind, thread])));
	const threadRulesOf: ThreadRulesOf = (kind) => threads.get(kind) ?? none;
	return (actor, question, subject) => {
		if (actor.kind === 'visitor' || actor.suspended) return false;
		const rule = rules.get(question);
		if (!rule) throw new Error(`No noun has a rule for ${question}`);
		return rule(actor, subject as never, threadRulesOf);
	};
}
