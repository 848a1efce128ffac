import { randomUUID } from 'node:crypto';
import type { RequestEvent } from '@sveltejs/kit';
import { ThreadInPage } from '#lib/model/threads/packed-thread.ts';
import { stateOf } from '#lib/model/threads/posts.ts';
import { asPage } from '#lib/server/kit/domain-errors.ts';
import { services } from '#lib/server/services.ts';
import { countJumped } from '#lib/server/threads/count-jumped.ts';
import { hiddenTexts } from '#lib/server/threads/find-post.ts';
import { openThread } from '#lib/server/threads/open-thread.ts';
import { subjectOf } from './model/subject-of.ts';
import { findMemo } from './server/queries.ts';

/** A visit to the page of a memo. */
export type MemoVisit = Pick<RequestEvent, 'locals'> & { params: { id: string } };

/** The load of a memo's page: the memo by one query, and its thread. */
export function load({ locals: { actor, locale }, params: { id } }: MemoVisit) {
	return asPage(async () => {
		const { db } = services();
		const { audience, ...memo } = await findMemo(db, actor, id);
		const { stream } = memo;
		const { thread, readState, writingLanguage, follow } = await openThread(db, actor, { stream, locale, window: {} });
		const hidden = thread.posts.filter((post) => stateOf(post) === 'hidden').map((post) => post.id);
		return {
			memo,
			subject: subjectOf(memo, audience),
			writingLanguage,
			follow,
			readState,
			jumpedOver: await countJumped(db, actor, { thread, readState }),
			thread: new ThreadInPage(thread),
			hiddenTexts: await hiddenTexts(db, actor, hidden),
			commandId: randomUUID()
		};
	});
}
