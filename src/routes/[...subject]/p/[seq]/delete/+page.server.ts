import { randomUUID } from 'node:crypto';
import { redirect } from '@sveltejs/kit';
import { postSubject } from '#lib/model/threads/thread-subject.ts';
import { asForm, asPage } from '#lib/server/kit/domain-errors.ts';
import { formOf } from '#lib/server/kit/form.ts';
import { authorize } from '#lib/server/access/authorize.ts';
import { deletePost } from '#lib/server/threads/change-post.ts';
import { services } from '#lib/server/services.ts';
import { onePost } from '../one-post.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
	asPage(async () => {
		const { post, thread, subject } = await onePost(locals, params);
		authorize(locals.actor, 'post.delete', postSubject(thread, post));
		return { post, subject, commandId: randomUUID() };
	});

export const actions: Actions = {
	default: async ({ request, locals, params }) => {
		const commandId = (await formOf(request)).get('commandId');
		const outcome = await asForm(async () => {
			const { post } = await onePost(locals, params);
			return deletePost(services(), locals.actor, { commandId, id: post.id });
		}, {});
		if ('seq' in outcome) redirect(303, `/${params.subject}/p/${params.seq}`);
		return outcome;
	}
};
