import { asPage } from '#lib/server/kit/domain-errors.ts';
import { earlierTexts } from '#lib/server/threads/find-post.ts';
import { services } from '#lib/server/services.ts';
import { onePost } from '../one-post.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
	asPage(async () => {
		const { post, thread, subject } = await onePost(locals, params);
		return { post, subject, texts: await earlierTexts(services().db, locals.actor, { post, thread }) };
	});
