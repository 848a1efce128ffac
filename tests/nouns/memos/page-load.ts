import type { RequestEvent } from '@sveltejs/kit';
import { asPage } from '#lib/server/kit/domain-errors.ts';
import { threadForPage } from '#lib/server/kit/thread-page.ts';
import { services } from '#lib/server/services.ts';
import { subjectOf } from './model/subject-of.ts';
import { findMemo } from './server/queries.ts';

/** A visit to the page of a memo. */
export type MemoVisit = Pick<RequestEvent, 'locals' | 'url'> & { params: { id: string } };

/** The load of a memo's page: the memo by one query, and its thread. */
export function load({ locals: { actor, locale }, params: { id }, url }: MemoVisit) {
	return asPage(async () => {
		const { db } = services();
		const { audience, ...memo } = await findMemo(db, actor, id);
		const { stream } = memo;
		return { memo, subject: subjectOf(memo, audience), ...(await threadForPage(db, actor, { stream, locale, url })) };
	});
}
