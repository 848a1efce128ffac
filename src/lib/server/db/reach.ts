import { setTimeout as pause } from 'node:timers/promises';
import postgres from 'postgres';

/** The database cannot be used as it is; the message says why and what to do, never the password. */
export class DatabaseError extends Error {
	override name = 'DatabaseError';
}

const oldest = 15;

/**
 * Waits until the database answers, for a bounded time, and makes sure that it is one for us.
 * @throws DatabaseError
 */
export async function reach(
	url: string,
	{
		within = 20_000,
		every = 1000,
		say = () => {},
		signal
	}: { within?: number; every?: number; say?: (line: string) => void; signal?: AbortSignal } = {}
): Promise<void> {
	const place = placeOf(url);
	const deadline = Date.now() + within;
	let said = '';
	for (;;) {
		const left = deadline - Date.now();
		const sql = postgres(url, { max: 1, onnotice: () => {} });
		try {
			return refuseUnfit(place, await answer(sql, Math.max(1000, Math.min(5000, left)), signal));
		} catch (cause) {
			if (cause instanceof DatabaseError) throw cause;
			const why = reasonOf(cause);
			if (!passes(cause)) throw new DatabaseError(`The database at ${place} refuses: ${why}. Look at DATABASE_URL.`, { cause });
			if (Date.now() + every >= deadline) {
				throw new DatabaseError(
					`The database at ${place} could not be reached within ${Math.round(within / 1000)} seconds: ${why}. Is it running, and is DATABASE_URL right?`,
					{ cause }
				);
			}
			if (said !== why) say(`Waiting for the database at ${place} (${why})`);
			said = why;
			await pause(every, undefined, { signal });
		} finally {
			void sql.end({ timeout: 0 });
		}
	}
}

interface Facts {
	version: number;
	encoding: string;
}

/** What the database says of itself; one that accepts the connection and then is silent does not hold us up. */
async function answer(sql: postgres.Sql, within: number, signal: AbortSignal | undefined): Promise<Facts | undefined> {
	const asked = sql<Facts[]>`
		select current_setting('server_version_num')::int as version, current_setting('server_encoding') as encoding`;
	const silence = pause(within, undefined, { signal }).then(() => {
		throw Object.assign(new Error('no answer'), { code: 'ETIMEDOUT' });
	});
	const [facts] = await Promise.race([asked, silence]);
	return facts;
}

function refuseUnfit(place: string, facts: Facts | undefined): void {
	const major = Math.floor((facts?.version ?? 0) / 10_000);
	if (major < oldest) throw new DatabaseError(`The database at ${place} is PostgreSQL ${major}; Swing needs ${oldest} or newer.`);
	if (facts?.encoding !== 'UTF8') {
		throw new DatabaseError(`The database at ${place} is encoded in ${facts?.encoding}; Swing needs one made with encoding UTF8.`);
	}
}

/** Host, port and name: what may be shown of an address. */
export function placeOf(url: string): string {
	const { host, pathname } = new URL(url);
	return `${host || 'localhost'}${pathname}`;
}

/** Wrong names and passwords do not get right by waiting. */
function passes(cause: unknown): boolean {
	const { code = '' } = cause as { code?: string };
	return !/^(28|3D|42)/.test(code);
}

function reasonOf(cause: unknown): string {
	const { code, message } = cause as { code?: string; message: string };
	if (code?.startsWith('28')) return 'user or password is not accepted';
	if (code === '3D000') return 'there is no database of that name';
	return code ?? message;
}
