import { json } from '@sveltejs/kit';
import { asPage } from '#lib/server/kit/domain-errors.ts';
import { mentionable } from '#lib/server/threads/mentionable.ts';
import { meetingAt } from '#lib/server/meetings/queries.ts';
import { services } from '#lib/server/services.ts';
import type { RequestHandler } from './$types';

/** Whom one can mention here, for the editor that asks when somebody types the first @. */
export const GET: RequestHandler = ({ locals: { actor }, params: { slug } }) =>
	asPage(async () => {
		const { stream } = await meetingAt(services().db, actor, slug);
		return json(await mentionable(services(), actor, stream), { headers: { 'cache-control': 'private, no-store' } });
	});
