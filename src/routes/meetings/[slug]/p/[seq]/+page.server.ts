import { redirect } from '@sveltejs/kit';
import { readPlace } from '#lib/server/notifications/read-at.ts';
import { asPage } from '#lib/server/kit/domain-errors.ts';
import { services } from '#lib/server/services.ts';
import { onePost } from './one-post.ts';
import type { PageServerLoad } from './$types';

/** A post's lasting address leads to its place in the thread; who comes to it has read what told them of it. */
export const load: PageServerLoad = ({ locals, params }) =>
	asPage(async () => {
		const { post, meeting } = await onePost(locals, params);
		await readPlace(services(), locals.actor, { stream: meeting.stream, seq: post.seq });
		const around = post.root === null ? 'from' : 'unfold';
		redirect(303, `/meetings/${params.slug}?${around}=${post.seq}#p-${post.seq}`);
	});
