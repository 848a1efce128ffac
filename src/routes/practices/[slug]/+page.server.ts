import { randomUUID } from 'node:crypto';
import { redirect } from '@sveltejs/kit';
import { untoldFields } from '#lib/model/practices/fields.ts';
import { hrefOfPractice, practiceStream, subjectOfPractice } from '#lib/model/practices/practice.ts';
import { can } from '#lib/model/policy.ts';
import { adoptionActions } from '#lib/server/kit/adoption-actions.ts';
import { atItsAddress } from '#lib/server/kit/at-its-address.ts';
import { asForm, asPage } from '#lib/server/kit/domain-errors.ts';
import { fieldsOf } from '#lib/server/kit/form.ts';
import { threadActions } from '#lib/server/kit/thread-actions.ts';
import { threadForPage } from '#lib/server/kit/thread-page.ts';
import { reactionsToSubject } from '#lib/server/threads/subject-reactions.ts';
import { countAbout } from '#lib/server/threads/parts.ts';
import { NotFound } from '#lib/server/platform/errors.ts';
import { adoptionsOf } from '#lib/server/adoptions/adoptions-of.ts';
import { askForField, bookmarkPractice } from '#lib/server/practices/ask.ts';
import { findPractice } from '#lib/server/practices/find.ts';
import { readPractice } from '#lib/server/practices/read.ts';
import { plansUsing } from '#lib/server/plans/rows/used-in.ts';
import { services } from '#lib/server/services.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { actor, locale }, params: { slug }, url, isDataRequest }) =>
	asPage(async () => {
		const { db, clock } = services();
		const shown = await readPractice(db, actor, slug, { locale, now: clock.now() });
		if ('draftOnly' in shown) redirect(303, `/practices/${slug}/draft`);
		const { practice } = shown;
		atItsAddress({ url, isDataRequest }, hrefOfPractice(practice));
		const stream = practiceStream(practice.id);
		const untold = untoldFields(practice.values);
		return {
			...shown,
			untold,
			uses: await adoptionsOf(db, actor, practice, clock.now()),
			plans: await plansUsing(db, actor, practice.id),
			writes: can(actor, 'practice.write', practice),
			asks: can(actor, 'practice.ask', practice),
			subject: subjectOfPractice(practice),
			reactions: await reactionsToSubject(db, actor, stream),
			reactId: randomUUID(),
			said: await countAbout(db, actor, stream),
			...(await threadForPage(db, actor, { stream, locale, url })),
			commandIds: Object.fromEntries(untold.map((field) => [field, randomUUID()]))
		};
	});

const { post, react, follow } = threadActions<{ slug: string }>(async ({ locals: { actor }, params: { slug } }) => {
	const { id, publishedN } = await findPractice(services().db, actor, slug);
	if (publishedN === null) throw new NotFound();
	return practiceStream(id);
});

export const actions: Actions = {
	post,
	react,
	follow,
	...adoptionActions,
	ask: async ({ request, locals: { actor }, params: { slug } }) => {
		const { commandId, field } = await fieldsOf(request);
		const outcome = await asForm(async () => {
			const { id } = await findPractice(services().db, actor, slug);
			return askForField(services(), actor, { commandId, id, field });
		}, {});
		if ('seq' in outcome) redirect(303, `/practices/${slug}#f-${field}`);
		return outcome;
	},
	bookmark: async ({ request, locals: { actor }, params: { slug } }) => {
		const { on } = await fieldsOf(request);
		const outcome = await asForm(async () => {
			const { id } = await findPractice(services().db, actor, slug);
			return bookmarkPractice(services(), actor, { id, on: on === 'true' });
		}, {});
		if (outcome) return outcome;
		redirect(303, `/practices/${slug}`);
	}
};
