import { json, redirect } from '@sveltejs/kit';
import { asPage } from '#lib/server/kit/domain-errors.ts';
import type { RequestHandler } from './$types';
import { onePost } from './one-post.ts';

/** A post's lasting address: people are led to its place in the thread, the page's script gets the post itself. */
export const GET: RequestHandler = ({ locals, params, request }) =>
	asPage(async () => {
		const { post } = await onePost(locals, params);
		if (request.headers.get('accept')?.includes('application/json')) return json(post);
		redirect(303, `/meetings/${params.slug}?from=${post.seq}#p-${post.seq}`);
	});
