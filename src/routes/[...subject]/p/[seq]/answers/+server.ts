import { json } from '@sveltejs/kit';
import { z } from 'zod';
import { asPage } from '#lib/server/kit/domain-errors.ts';
import { answersBefore } from '#lib/server/threads/find-post.ts';
import { subjectAt } from '#lib/server/threads/subjects.ts';
import { parse } from '#lib/server/platform/parse.ts';
import { services } from '#lib/server/services.ts';
import type { RequestHandler } from './$types';

const atOnce = 50;
const place = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER);
const wanted = z.object({ root: place, before: place });

/** Earlier answers of a discussion, for the page's script. */
export const GET: RequestHandler = ({ locals: { actor, locale }, params, url }) =>
	asPage(async () => {
		const { root, before } = parse(wanted, { root: params.seq, before: url.searchParams.get('before') });
		const { db } = services();
		const { stream } = await subjectAt(db, actor, locale, params.subject);
		return json({ answers: await answersBefore(db, actor, { stream, root, before, limit: atOnce }) });
	});
