/** Minutes to wait after the mail server has put an email off, for the first time, the second …; a little over three days in all. */
const waits = [1, 5, 15, 60, 180, 360, 720, 1440, 1440];

/** Minutes until the next attempt after so many; null when there are no more. */
export function retryDelay(attempts: number): number | null {
	return waits[attempts] ?? null;
}

/** An email that may have arrived is tried again under the same id, but not for ever. */
export const mostUnsure = 4;

/** How long an email waits for a mail server that cannot be reached. */
export const longestUnreachable = 3 * 24 * 60 * 60_000;

/** Milliseconds to rest after so many transport errors in a row. */
export function transportBackoff(failures: number): number {
	return Math.min(5 * 60_000, 5000 * 2 ** Math.min(failures - 1, 10));
}
