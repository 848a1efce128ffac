import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { EmbeddedError } from './embedded-error.ts';
import type { Identity } from './identity.ts';

/** The environment of PostgreSQL's programs: nothing of the host's locale or of its libpq settings. */
export const environment: NodeJS.ProcessEnv = { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC', TMPDIR: process.env.TMPDIR };

/** The command as the identity says it. */
export function asCommand(who: Identity, program: string, args: string[]): [string, string[]] {
	const [first = program, ...rest] = [...who.through, program, ...args];
	return [first, rest];
}

/** Runs a program of PostgreSQL to its end. */
export async function run(who: Identity, program: string, args: string[]): Promise<void> {
	try {
		await promisify(execFile)(...asCommand(who, program, args), { ...who.user, env: environment, cwd: '/' });
	} catch (cause) {
		const said = (cause as { stderr?: string }).stderr?.trim();
		throw new EmbeddedError(`The embedded PostgreSQL could not make its database: ${said || (cause as Error).message}`, { cause });
	}
}
