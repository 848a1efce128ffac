import { randomUUID } from 'node:crypto';
import { redirect } from '@sveltejs/kit';
import { addressed } from '#lib/model/documents/addressed.ts';
import { toField } from '#lib/model/documents/markdown.ts';
import { mentionsIn } from '#lib/model/documents/mentions.ts';
import { postSubject } from '#lib/model/threads/thread-subject.ts';
import { asForm, asPage } from '#lib/server/kit/domain-errors.ts';
import { formOf } from '#lib/server/kit/form.ts';
import { authorize } from '#lib/server/access/authorize.ts';
import { editPost } from '#lib/server/threads/change-post.ts';
import { services } from '#lib/server/services.ts';
import { documentOf, typedPost } from '#lib/server/kit/post-form.ts';
import { onePost } from '../one-post.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
	asPage(async () => {
		const { post, thread, subject } = await onePost(locals, params);
		authorize(locals.actor, 'post.edit', postSubject(thread, post));
		const field = post.doc ? toField(post.doc) : { text: '', held: '' };
		return { post, subject, field, commandId: randomUUID() };
	});

export const actions: Actions = {
	default: async ({ request, locals, params }) => {
		const form = await formOf(request);
		const typed = typedPost(form);
		const outcome = await asForm(async () => {
			const { post } = await onePost(locals, params);
			// The field says a mention by its words alone.
			if (post.doc) typed.text = addressed(typed.text, mentionsIn(post.doc));
			return editPost(services(), locals.actor, {
				commandId: form.get('commandId'),
				id: post.id,
				revision: Number(form.get('revision')),
				doc: documentOf(typed),
				lang: typed.lang
			});
		}, typed);
		if ('seq' in outcome) redirect(303, `/${params.subject}/p/${params.seq}`);
		return outcome;
	}
};
