import type { Connection } from './connection.svelte.ts';
import type { Outbox } from './outbox.svelte.ts';
import { onceStirred } from './stirred.ts';
import type { ReadingLine } from './threads/tell-marks.ts';

/**
 * Sends what was written and tells what was read while there was no line, whatever page is open, also after the browser
 * was closed. What was written is first: it opens a line, and what was read waits until there is one. Returns the way to stop.
 */
export function sendWhatIsLeft(personId: string, outbox: Outbox, line: Pick<Connection, 'open' | 'whenever'> & ReadingLine): () => void {
	const stops: (() => void)[] = [];
	let over = false;
	const stopping = (stop: () => void): void => void (over ? stop() : stops.push(stop));
	void outbox.start().then((stop) => {
		stopping(stop);
		if (!over && outbox.waiting.some(({ refused }) => refused === null)) void line.open();
	});
	stopping(
		onceStirred(() => {
			void import('./threads/tell-marks.ts').then(
				({ tellMarks }) => stopping(line.whenever(() => void tellMarks(personId, line))),
				() => {
					// They are kept, and told from the next page.
				}
			);
		})
	);
	return () => {
		over = true;
		for (const stop of stops) stop();
	};
}
