import { redirect } from '@sveltejs/kit';
import { asPage } from '#lib/server/kit/domain-errors.ts';
import { saidByControls } from '#lib/server/search/asked-page.ts';
import type { PageServerLoad } from './$types';
import { resultsFor } from './results.ts';

export const load: PageServerLoad = ({ locals, url }) =>
	asPage(async () => {
		const address = saidByControls(url.searchParams, locals.locale);
		if (address) redirect(303, address);
		const { wish, results } = await resultsFor(locals, url.searchParams);
		return { text: wish.text, place: wish.skip + 1, results };
	});
