import type { Sent } from '../../model/commands.ts';
import type { Answer } from '../../model/protocol.ts';
import { keptMarks, type KeptMark } from './kept-marks.ts';
import { forgetNotes, notedUnread } from './note-unread.ts';

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
 * @param here what this page knows of its own stream: told in this very moment, because of a page that is left nothing is waited for
 */
export async function tellMarks(personId: string, line: ReadingLine, here?: KeptMark): Promise<void> {
	const noted = notedUnread(personId);
	if (here && !(await told(line, personId, [here]))) return;
	const marks = (await keptMarks.of(personId)).slice(0, atOnce);
	if (marks.length > 0) {
		if (!(await told(line, personId, marks))) return;
		if (marks.some(({ stream }) => stream !== here?.stream)) line.recount();
	}
	forgetNotes(personId, noted);
}

async function told(line: ReadingLine, personId: string, marks: KeptMark[]): Promise<boolean> {
	try {
		const read = marks.map(({ stream, read, jumped }) => ({ stream, read, jumped }));
		const answer = await line.command('markRead', { read }, personId);
		if (!('ok' in answer)) return false;
		await Promise.all(marks.map((mark) => keptMarks.told(mark)));
		return true;
	} catch {
		// The line is down: told when it comes back.
		return false;
	}
}
