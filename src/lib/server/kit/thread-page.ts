import { randomUUID } from 'node:crypto';
import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import type { Actor } from '#lib/model/access/actor.ts';
import { ThreadInPage } from '#lib/model/threads/packed-thread.ts';
import { stateOf } from '#lib/model/threads/posts.ts';
import { threadPlace } from '#lib/model/threads/thread-place.ts';
import type { Database } from '../db/client.ts';
import { parse } from '../platform/parse.ts';
import { countJumped } from '../threads/count-jumped.ts';
import { hiddenTexts } from '../threads/find-post.ts';
import { firstOnDay } from '../threads/first-on-day.ts';
import { openThread } from '../threads/open-thread.ts';
import { firstAbout, partKey } from '../threads/parts.ts';

const place = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER).optional();

/** Which part of the thread the page's address asks for. */
const wish = z.object({
	before: place,
	from: place,
	newest: z
		.literal('')
		.transform(() => true)
		.optional(),
	/** The discussion whose earlier answers are wanted, or the answer to go back to. */
	unfold: place,
	/** The post to answer. */
	reply: place,
	/** The part of the subject that a new message is to be about. */
	about: partKey.optional(),
	/** The same, where what was said about it first is wanted. */
	said: partKey.optional(),
	/** A day on the reader's calendar, which has no year 0. */
	on: z.iso
		.date()
		.refine((day) => !day.startsWith('0000'))
		.optional()
});

interface Visited {
	/** The stream of the thread. */
	stream: string;
	locale: string;
	/** Address of the page, which may ask for a part of the thread. */
	url: URL;
}

/**
 * What the load of a page brings of the thread that stands on it, for `LiveDiscussion` and the choice of what one is told. A day,
 * or a part of the subject, of which one wants to read leads to what was said first on it.
 * @throws NotFound, Invalid, Redirect
 */
export async function threadForPage(db: Database, actor: Actor, { stream, locale, url }: Visited) {
	const { reply, on, about, said, ...wanted } = parse(wish, Object.fromEntries(url.searchParams));
	const first =
		on !== undefined
			? await firstOnDay(db, actor, { stream, day: on })
			: said !== undefined && (await firstAbout(db, actor, { stream, about: said }));
	if (first !== false) redirect(303, first === null ? `${url.pathname}?newest#discussion` : threadPlace(url.pathname, { seq: first }));
	const window = reply === undefined ? wanted : { from: reply, unfold: reply };
	const { thread, readState, writingLanguage, follow } = await openThread(db, actor, { stream, locale, window });
	const hidden = thread.posts.filter((post) => stateOf(post) === 'hidden').map(({ id }) => id);
	return {
		writingLanguage,
		follow,
		readState,
		jumpedOver: await countJumped(db, actor, { thread, readState }),
		thread: new ThreadInPage(thread),
		hiddenTexts: await hiddenTexts(db, actor, hidden),
		answerTo: reply ?? null,
		...(about !== undefined && { about }),
		commandId: randomUUID()
	};
}
