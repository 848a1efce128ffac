import { redirect } from '@sveltejs/kit';
import { asPage } from '#lib/server/kit/domain-errors.ts';
import { onePost } from './one-post.ts';
import type { PageServerLoad } from './$types';

/** A post's lasting address leads to its place in the thread. */
export const load: PageServerLoad = ({ locals, params }) =>
	asPage(async () => {
		const { post } = await onePost(locals, params);
		const around = post.root === null ? 'from' : 'unfold';
		redirect(303, `/meetings/${params.slug}?${around}=${post.seq}#p-${post.seq}`);
	});
