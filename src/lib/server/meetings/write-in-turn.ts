import { logged, type Logged } from '../command-log.ts';
import type { Envelope } from '#lib/model/events.ts';
import { wasRefused } from '../db/refusal.ts';
import { oncePer } from '../once-per.ts';
import { languagesSaid } from '../people/writing-language.ts';
import type { Services } from '../services.ts';
import { together } from '../together.ts';
import { writePosts, type Thread, type Writing } from './write-post.ts';

interface Turn {
	thread: Thread;
	writing: Writing & { beside: { command: Logged } };
}

/**
 * Writes a post that a command asks for, and wakes the readers. Those that come while others of their thread are being
 * written would have to wait for the stream: they go together into the next statement.
 */
export const writeInTurn = oncePer(({ db, feed }: Services) =>
	together<Turn, Envelope>(
		(turns) => {
			const [{ thread }] = turns as [Turn];
			return writePosts(db, thread, turns.map(({ writing }) => writing), [logged, languagesSaid]);
		},
		{ apart: ({ thread }) => thread.stream, most: 100, heard: (events) => feed.wake(events), alone: wasRefused }
	)
);
