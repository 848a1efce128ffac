import { json } from '@sveltejs/kit';
import { asPage } from '#lib/server/kit/domain-errors.ts';
import { signedIn } from '#lib/server/kit/signed-in.ts';
import { sectionToWriteAt } from '#lib/server/plans/sections/to-write.ts';
import { services } from '#lib/server/services.ts';
import type { RequestHandler } from './$types';

/** What stands in a section now, for whoever writes in it. */
export const GET: RequestHandler = ({ locals, params }) =>
	asPage(async () => {
		const { person } = signedIn(locals);
		return json(await sectionToWriteAt(services().db, person, params), { headers: { 'cache-control': 'no-store' } });
	});
