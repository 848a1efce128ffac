import { json } from '@sveltejs/kit';
import { z } from 'zod';
import { asPage } from '#lib/server/kit/domain-errors.ts';
import { readSectionAt, rowsOfOne } from '#lib/server/plans/sections/read-one.ts';
import { parse } from '#lib/server/platform/parse.ts';
import { services } from '#lib/server/services.ts';
import type { RequestHandler } from './$types';

const revision = z.coerce.number().int().positive().max(2_147_483_647);

/** The words of a section at a revision, which never change; or, where they are asked for, its rows as they are now. */
export const GET: RequestHandler = ({ locals: { actor, locale }, params: { shortId, ...address }, url }) =>
	asPage(async () => {
		const { db } = services();
		if (url.searchParams.has('rows')) return json(await rowsOfOne(db, actor, address, { shortId, locale }));
		const n = parse(revision, url.searchParams.get('n'));
		// What it cites is named in the reader's language, and as far as that reader may see it.
		const headers = { 'cache-control': 'private, max-age=86400, immutable', vary: 'cookie, accept-language' };
		return json(await readSectionAt(db, actor, address, { shortId, n, locale }), { headers });
	});
