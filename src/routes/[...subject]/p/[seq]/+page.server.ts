import { redirect } from '@sveltejs/kit';
import { threadPlace } from '#lib/model/threads/thread-place.ts';
import { readPlace } from '#lib/server/notifications/read-at.ts';
import { asPage } from '#lib/server/kit/domain-errors.ts';
import { services } from '#lib/server/services.ts';
import { onePost } from './one-post.ts';
import type { PageServerLoad } from './$types';

/** A post's lasting address leads to its place in the thread; who comes to it has read what told them of it. */
export const load: PageServerLoad = ({ locals, params }) =>
	asPage(async () => {
		const { post, subject } = await onePost(locals, params);
		await readPlace(services(), locals.actor, { stream: subject.stream, seq: post.seq });
		redirect(303, threadPlace(subject.href, post));
	});
