import { randomUUID } from 'node:crypto';
import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { asForm, asPage } from '#lib/server/kit/domain-errors.ts';
import { formOf } from '#lib/server/kit/form.ts';
import { postMessage } from '#lib/server/meetings/post-message.ts';
import { openThread } from '#lib/server/meetings/thread.ts';
import { parse } from '#lib/server/parse.ts';
import { writingLanguage } from '#lib/server/people/writing-language.ts';
import { services } from '#lib/server/services.ts';
import type { Actions, PageServerLoad } from './$types';
import { documentOf, typedPost } from './post-form.ts';

const place = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER).optional();
const window = z.object({ before: place, from: place, newest: z.literal('').transform(() => true).optional() });

export const load: PageServerLoad = ({ locals: { actor, locale }, params: { slug }, url }) =>
	asPage(async () => {
		const { db } = services();
		const wanted = parse(window, Object.fromEntries(url.searchParams));
		const [opened, language] = await Promise.all([
			openThread(db, actor, { slug, locale, window: wanted }),
			writingLanguage(db, actor)
		]);
		return { ...opened, writingLanguage: language, commandId: randomUUID() };
	});

export const actions: Actions = {
	post: async ({ request, locals: { actor }, params: { slug } }) => {
		const form = await formOf(request);
		const typed = typedPost(form);
		const commandId = form.get('commandId');
		const outcome = await asForm(async () => {
			const doc = documentOf(typed);
			return postMessage(services(), actor, { commandId, slug, doc, lang: typed.lang });
		}, typed);
		if ('seq' in outcome) redirect(303, `/meetings/${slug}#p-${outcome.seq}`);
		return outcome;
	}
};
