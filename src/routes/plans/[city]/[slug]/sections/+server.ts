import { json } from '@sveltejs/kit';
import { asPage } from '#lib/server/kit/domain-errors.ts';
import { citableIn } from '#lib/server/plans/sections/citable.ts';
import { sectionOfRow } from '#lib/server/plans/sections/read-one.ts';
import { services } from '#lib/server/services.ts';
import type { RequestHandler } from './$types';

/** In which section a row stands: what leads to a row leads to its section first. With `?citable` what its words can cite. */
export const GET: RequestHandler = ({ locals: { actor, locale }, params, url }) =>
	asPage(async () => {
		const { db } = services();
		if (url.searchParams.has('citable')) return json(await citableIn(db, actor, params, locale));
		return json({ section: await sectionOfRow(db, actor, params, url.searchParams.get('row') ?? '') });
	});
