import { redirect } from '@sveltejs/kit';
import { asPage } from '#lib/server/kit/domain-errors.ts';
import { onePost } from './one-post.ts';
import type { PageServerLoad } from './$types';

/** A post's lasting address leads to its place in the thread. */
export const load: PageServerLoad = ({ locals, params }) =>
	asPage(async () => {
		const { post } = await onePost(locals, params);
		const where = post.root === null ? `from=${post.seq}` : `unfold=${post.root}`;
		redirect(303, `/meetings/${params.slug}?${where}#p-${post.seq}`);
	});
