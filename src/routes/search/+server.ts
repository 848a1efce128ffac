import { json } from '@sveltejs/kit';
import { asPage } from '#lib/server/kit/domain-errors.ts';
import type { RequestHandler } from './$types';
import { resultsFor } from './results.ts';

/** The results by themselves, as one types; people come by the page of the same address. */
export const GET: RequestHandler = ({ locals, url }) =>
	asPage(async () => json((await resultsFor(locals, url.searchParams)).results, { headers: { 'cache-control': 'private, no-store' } }));
