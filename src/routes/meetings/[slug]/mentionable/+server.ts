import { json } from '@sveltejs/kit';
import { asPage } from '#lib/server/kit/domain-errors.ts';
import { mentionable } from '#lib/server/meetings/mentionable.ts';
import { services } from '#lib/server/services.ts';
import type { RequestHandler } from './$types';

/** Whom one can mention here, for the editor that asks when somebody types the first @. */
export const GET: RequestHandler = ({ locals: { actor }, params: { slug } }) =>
	asPage(async () => json(await mentionable(services(), actor, slug), { headers: { 'cache-control': 'private, no-store' } }));
