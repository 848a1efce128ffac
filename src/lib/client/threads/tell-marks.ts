import type { Sent } from '../../model/commands.ts';
import type { Answer } from '../../model/protocol.ts';
import { keptMarks } from './kept-marks.ts';

/** Streams that are told of at a time. */
const atOnce = 500;

/** What one needs of the connection to tell how far one has read. */
export interface ReadingLine {
	command(name: 'markRead', input: Sent<'markRead'>, by: string): Promise<Answer<null>>;
	/** Has what is unread counted anew: the server tells everybody's other pages, not the one that told it. */
	recount(): void;
}

/**
 * Tells the server what this person has read, in whatever streams it does not know of yet, on whatever page.
 * @param here the stream of which this page knows what is read
 */
export async function tellMarks(personId: string, line: ReadingLine, here?: string): Promise<void> {
	const marks = (await keptMarks.of(personId)).slice(0, atOnce);
	if (marks.length === 0) return;
	try {
		const answer = await line.command(
			'markRead',
			{ read: marks.map(({ stream, read, jumped }) => ({ stream, read, jumped })) },
			personId
		);
		if (!('ok' in answer)) return;
		if (marks.some(({ stream }) => stream !== here)) line.recount();
		await Promise.all(marks.map((mark) => keptMarks.told(mark)));
	} catch {
		// The line is down: told when it comes back.
	}
}
