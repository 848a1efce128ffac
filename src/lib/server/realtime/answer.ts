import type { Logger } from 'pino';
import type { Refusal } from '#lib/model/protocol.ts';
import { Conflict, DomainError, Invalid, TooMany } from '../platform/errors.ts';

/** The one mapping of errors to what a socket's acknowledgement says. */
export function refusal(error: unknown, log: Logger): Refusal {
	if (!(error instanceof DomainError)) {
		log.error({ err: error }, 'a socket message failed');
		return { code: 'failed' };
	}
	if (error instanceof Invalid) return { code: error.code, issues: [...error.issues] };
	if (error instanceof Conflict) return { code: error.code, reason: error.reason, current: error.current };
	if (error instanceof TooMany) return { code: error.code, retryAfter: error.retryAfter };
	return { code: error.code };
}
