import type { Actor, Person } from '#lib/model/access/actor.ts';
import { can, type Question, type Subjects } from '#lib/model/policy.ts';
import { Forbidden } from '../platform/errors.ts';

/**
 * Asks the policy, and says who it is that may.
 * @throws Forbidden
 */
export function authorize<Q extends Question>(actor: Actor, question: Q, subject: Subjects[Q]): Person {
	if (actor.kind === 'visitor' || !can(actor, question, subject)) throw new Forbidden(question);
	return actor;
}
