import { randomUUID } from 'node:crypto';
import { redirect } from '@sveltejs/kit';
import { postSubject } from '#lib/model/threads/thread-subject.ts';
import { authorize } from '#lib/server/access/authorize.ts';
import { asForm, asPage } from '#lib/server/kit/domain-errors.ts';
import { fieldsOf, kept } from '#lib/server/kit/form.ts';
import { hidePost } from '#lib/server/threads/hide-post.ts';
import { services } from '#lib/server/services.ts';
import { onePost } from '../one-post.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
	asPage(async () => {
		const { post, thread, subject } = await onePost(locals, params);
		authorize(locals.actor, 'post.hide', postSubject(thread, post));
		return { post, subject, commandId: randomUUID() };
	});

export const actions: Actions = {
	default: async ({ request, locals, params }) => {
		const fields = await fieldsOf(request);
		const outcome = await asForm(
			async () => {
				const { post } = await onePost(locals, params);
				const { commandId, reason } = fields;
				return hidePost(services(), locals.actor, { commandId, id: post.id, reason });
			},
			kept(fields, 'reason')
		);
		if ('seq' in outcome) redirect(303, `/${params.subject}/p/${params.seq}`);
		return outcome;
	}
};
