import { json } from '@sveltejs/kit';
import { stateOf } from '#lib/model/threads/posts.ts';
import { asPage } from '#lib/server/kit/domain-errors.ts';
import { hiddenTexts } from '#lib/server/threads/find-post.ts';
import { services } from '#lib/server/services.ts';
import type { RequestHandler } from './$types';
import { onePost } from './one-post.ts';

/** The post itself, for the page's script, and its text when it is hidden from others; people come by the page of the same address. */
export const GET: RequestHandler = ({ locals, params }) =>
	asPage(async () => {
		const { post } = await onePost(locals, params);
		const [hidden = null] = stateOf(post) === 'hidden' ? await hiddenTexts(services().db, locals.actor, [post.id]) : [];
		return json({ post, hidden });
	});
