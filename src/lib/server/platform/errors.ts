import type { Suspension } from '#lib/model/moderation/moderation.ts';
import type { Issue } from '#lib/model/problem.ts';

/** What a border answers with; `code` is stable and never a text for people. */
export abstract class DomainError extends Error {
	abstract readonly code: string;
	abstract readonly status: number;
}

/** The thing does not exist, or this actor may not know that it does. */
export class NotFound extends DomainError {
	override name = 'NotFound';
	readonly code = 'not_found';
	readonly status = 404;
}

/** The actor may see the thing but not do this with it. */
export class Forbidden extends DomainError {
	override name: string = 'Forbidden';
	readonly code = 'forbidden';
	readonly status = 403;
}

/** Somebody who has shown who they are, and whose access is suspended. */
export class Suspended extends Forbidden {
	override name = 'Suspended';
	readonly suspension: Suspension;
	constructor(suspension: Suspension) {
		super('suspended');
		this.suspension = suspension;
	}
}

/** What somebody wrote came over the line of somebody else: it waits for its own writer. */
export class OtherPerson extends DomainError {
	override name = 'OtherPerson';
	readonly code = 'other_person';
	readonly status = 409;
}

export class Invalid extends DomainError {
	override name = 'Invalid';
	readonly code = 'invalid';
	readonly status = 400;
	readonly issues: readonly Issue[];
	constructor(issues: readonly Issue[]) {
		super(issues.map((issue) => `${issue.field}: ${issue.code}`).join(', '));
		this.issues = issues;
	}
}

/** The write contradicts what is there already; `current` says what that is. */
export class Conflict extends DomainError {
	override name = 'Conflict';
	readonly code = 'conflict';
	readonly status = 409;
	readonly reason: string;
	readonly current: unknown;
	constructor(reason: string, current: unknown = null) {
		super(reason);
		this.reason = reason;
		this.current = current;
	}
}

export class TooMany extends DomainError {
	override name = 'TooMany';
	readonly code = 'too_many';
	readonly status = 429;
	/** Seconds until the next try is allowed. */
	readonly retryAfter: number;
	constructor(retryAfter: number) {
		super(`retry after ${retryAfter} s`);
		this.retryAfter = retryAfter;
	}
}
