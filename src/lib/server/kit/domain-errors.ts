import { error, fail, type ActionFailure } from '@sveltejs/kit';
import { noteRefusal } from '../audit/note-refusal.ts';
import type { Problem } from '#lib/model/problem.ts';
import { Conflict, DomainError, Invalid, Suspended, TooMany } from '../platform/errors.ts';
import { limitsOf } from '../platform/limits.ts';
import { services } from '../services.ts';
import { asking } from './asking.ts';

/** For loads: what the domain refuses becomes an error page. */
export async function asPage<T>(work: () => Promise<T>): Promise<T> {
	try {
		return await work();
	} catch (refused) {
		if (!(refused instanceof DomainError)) throw refused;
		const { code, retryAfter } = problemOf(refused);
		error(refused.status, { message: code, code, retryAfter });
	}
}

/**
 * For actions: what the domain refuses goes back to the form together with what was typed, and so does what one person sends too
 * often.
 */
export async function asForm<T, Typed>(
	work: () => Promise<T>,
	typed: Typed
): Promise<T | ActionFailure<{ typed: Typed; problem: Problem }>> {
	const asker = asking.getStore()?.asker;
	try {
		if (asker) await limitsOf(services()).count('write', asker);
		return await work();
	} catch (refused) {
		if (!(refused instanceof DomainError)) throw refused;
		return fail(refused.status, { typed, problem: problemOf(refused) });
	}
}

function problemOf(refused: DomainError): Problem {
	const asked = asking.getStore();
	if (asked) noteRefusal(services(), asked.actor, refused);
	if (refused instanceof Invalid) return { code: refused.code, issues: refused.issues };
	if (refused instanceof Conflict) return { code: refused.code, reason: refused.reason };
	if (refused instanceof Suspended) return { code: refused.code, suspension: refused.suspension };
	if (refused instanceof TooMany) {
		if (asked) asked.retryAfter = refused.retryAfter;
		return { code: refused.code, retryAfter: refused.retryAfter };
	}
	return { code: refused.code };
}
