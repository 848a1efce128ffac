import { json } from '@sveltejs/kit';
import { asPage } from '#lib/server/kit/domain-errors.ts';
import { sectionOfRow } from '#lib/server/plans/sections/read-one.ts';
import { services } from '#lib/server/services.ts';
import type { RequestHandler } from './$types';

/** In which section a row stands: what leads to a row leads to its section first. */
export const GET: RequestHandler = ({ locals: { actor }, params, url }) =>
	asPage(async () => json({ section: await sectionOfRow(services().db, actor, params, url.searchParams.get('row') ?? '') }));
