import type { Connection } from '../connection.svelte.ts';
import { keptMarks } from './kept-marks.ts';

/** Streams that are told of at a time. */
const atOnce = 500;

/** Tells the server what this person has read, in whatever streams it does not know of yet. */
export async function tellMarks(personId: string, line: Pick<Connection, 'command'>): Promise<void> {
	const marks = (await keptMarks.of(personId)).slice(0, atOnce);
	if (marks.length === 0) return;
	try {
		const answer = await line.command(
			'markRead',
			{ read: marks.map(({ stream, read, jumped }) => ({ stream, read, jumped })) },
			personId
		);
		if ('ok' in answer) await Promise.all(marks.map((mark) => keptMarks.told(mark)));
	} catch {
		// The line is down: told when it comes back.
	}
}
