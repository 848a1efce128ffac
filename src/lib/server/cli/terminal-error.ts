import { ConfigError } from '../platform/config.ts';
import { EmbeddedError } from '../db/embedded/embedded-error.ts';
import { DatabaseError } from '../db/reach.ts';
import { AdminError } from './admin-error.ts';
import { WrongInstallation } from '../boot/installation-kind.ts';
import { PlanError } from './plan.ts';

const expected = [ConfigError, DatabaseError, EmbeddedError, AdminError, PlanError, WrongInstallation];

/** The words of an error that the person at the terminal can act on; null for any other, which is a fault of ours. */
export function terminalWords(error: unknown): string | null {
	const known = expected.some((kind) => error instanceof kind);
	const ofArguments = error instanceof TypeError && String((error as { code?: string }).code).startsWith('ERR_PARSE_ARGS');
	return known || ofArguments ? (error as Error).message : null;
}
