/** Minutes to wait after the mail server has put a letter off, for the first time, the second …; a little over three days in all. */
const waits = [1, 5, 15, 60, 180, 360, 720, 1440, 1440];

/** Null when it has been put off often enough. */
export function afterPutOff(attempts: number): number | null {
	return waits[attempts] ?? null;
}

/** A letter that may have arrived is tried again under the same id, but not for ever. */
export const mostUnsure = 4;

/** How long a letter waits for a mail server that cannot be reached. */
export const longestUnreachable = 3 * 24 * 60 * 60_000;

/** Milliseconds until the way is tried again that was closed so many times in a row. */
export function restAfter(closed: number): number {
	return Math.min(5 * 60_000, 5000 * 2 ** Math.min(closed - 1, 10));
}
