import type { Envelope } from '#lib/model/events.ts';
import { notified, type NotifyBeside } from '../notifications/notify.ts';
import { deliveryOf } from '../notifications/deliver.ts';
import { logged, type Logged } from '../commands/command-log.ts';
import { wasRefused } from '../db/refusal.ts';
import { memoPer } from '../platform/memo.ts';
import { languagesSaid } from '../access/writing-language.ts';
import type { Services } from '../services.ts';
import { batched } from '../platform/batch.ts';
import { writePosts, type PostToWrite } from './write-post.ts';

type Commanded = PostToWrite & { beside: { command: Logged; notify?: NotifyBeside } };

/** Posts in one statement at most. */
const most = 100;

/**
 * Writes posts that commands ask for, and wakes their readers. What comes while others are being written goes into the
 * next statement together, so that a rush costs few commits. Threads that another process or another command is writing
 * in are waited for apart.
 */
export const writeInTurn = memoPer((services: Services) => {
	const { db, feed } = services;
	const write = (posts: Commanded[]) =>
		writePosts(db, posts, posts.some(({ beside }) => beside.notify) ? [logged, languagesSaid, notified] : [logged, languagesSaid]);
	const heard = (events: (Envelope | null)[]) => feed.wake(events.filter((event) => event !== null));
	const quickly = batched(write, { most, heard, alone: wasRefused });
	const patiently = batched(write, { most, heard, alone: wasRefused, apart: ({ stream }) => stream });
	return async (post: Commanded): Promise<Envelope> => {
		const event = (await quickly(post)) ?? ((await patiently(post)) as Envelope);
		if (post.beside.notify) void deliveryOf(services).due();
		return event;
	};
});
