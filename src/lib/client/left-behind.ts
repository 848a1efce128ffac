import type { Connection } from './connection.svelte.ts';
import { keptMarks } from './kept-marks.ts';
import type { Outbox } from './outbox.svelte.ts';
import { tellMarks, type ReadingLine } from './tell-marks.ts';

/**
 * Sends what was written and tells what was read while there was no line, whatever page is open, also after the browser
 * was closed. A page that needs no line itself opens one for that. Returns the way to stop.
 */
export function sendWhatIsLeft(personId: string, outbox: Outbox, line: Pick<Connection, 'open' | 'whenever'> & ReadingLine): () => void {
	const stopTelling = line.whenever(() => void tellMarks(personId, line));
	let stopSending = (): void => {};
	let over = false;
	void Promise.all([outbox.start(), keptMarks.of(personId)]).then(([stop, marks]) => {
		if (over) return stop();
		stopSending = stop;
		if (marks.length > 0 || outbox.waiting.some(({ refused }) => refused === null)) void line.open();
	});
	return () => {
		over = true;
		stopTelling();
		stopSending();
	};
}
