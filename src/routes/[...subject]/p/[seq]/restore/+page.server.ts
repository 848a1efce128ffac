import { randomUUID } from 'node:crypto';
import { redirect } from '@sveltejs/kit';
import { postSubject } from '#lib/model/threads/thread-subject.ts';
import { authorize } from '#lib/server/access/authorize.ts';
import { asForm, asPage } from '#lib/server/kit/domain-errors.ts';
import { fieldsOf } from '#lib/server/kit/form.ts';
import { hiddenTexts } from '#lib/server/threads/find-post.ts';
import { restorePost } from '#lib/server/threads/hide-post.ts';
import { services } from '#lib/server/services.ts';
import { onePost } from '../one-post.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
	asPage(async () => {
		const { post, thread, subject } = await onePost(locals, params);
		authorize(locals.actor, 'post.restore', postSubject(thread, post));
		const [hidden] = await hiddenTexts(services().db, locals.actor, [post.id]);
		return { post, subject, hidden, commandId: randomUUID() };
	});

export const actions: Actions = {
	default: async ({ request, locals, params }) => {
		const { commandId } = await fieldsOf(request);
		const outcome = await asForm(async () => {
			const { post } = await onePost(locals, params);
			return restorePost(services(), locals.actor, { commandId, id: post.id });
		}, {});
		if ('seq' in outcome) redirect(303, `/${params.subject}/p/${params.seq}`);
		return outcome;
	}
};
