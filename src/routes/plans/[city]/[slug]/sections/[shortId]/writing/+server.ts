import { json } from '@sveltejs/kit';
import { asPage } from '#lib/server/kit/domain-errors.ts';
import { signedIn } from '#lib/server/kit/signed-in.ts';
import { sidesToChoose } from '#lib/server/plans/sections/sides-to-choose.ts';
import { sectionToWriteAt } from '#lib/server/plans/sections/to-write.ts';
import { services } from '#lib/server/services.ts';
import type { RequestHandler } from './$types';

/** What stands in a section now, for whoever writes in it. */
export const GET: RequestHandler = ({ locals, params }) =>
	asPage(async () => {
		const { person } = signedIn(locals);
		const section = await sectionToWriteAt(services().db, person, params);
		return json({ ...section, clash: await sidesToChoose(services(), section) }, { headers: { 'cache-control': 'no-store' } });
	});
