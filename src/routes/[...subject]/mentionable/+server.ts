import { json } from '@sveltejs/kit';
import { asPage } from '#lib/server/kit/domain-errors.ts';
import { mentionable } from '#lib/server/threads/mentionable.ts';
import { subjectAt } from '#lib/server/threads/subjects.ts';
import { services } from '#lib/server/services.ts';
import type { RequestHandler } from './$types';

/** Whom one can mention here, for the editor that asks when somebody types the first @. */
export const GET: RequestHandler = ({ locals: { actor, locale }, params }) =>
	asPage(async () => {
		const { stream } = await subjectAt(services().db, actor, locale, params.subject);
		return json(await mentionable(services(), actor, stream), { headers: { 'cache-control': 'private, no-store' } });
	});
