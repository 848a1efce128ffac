import { randomUUID } from 'node:crypto';
import { fail, redirect, type ActionFailure } from '@sveltejs/kit';
import { z } from 'zod';
import { refusalWords } from '#lib/components/thread/refusal-words.ts';
import { ThreadInPage } from '#lib/model/threads/packed-thread.ts';
import { subjectOf } from '#lib/model/meetings/meeting.ts';
import { can } from '#lib/model/policy.ts';
import type { Problem } from '#lib/model/problem.ts';
import { stateOf } from '#lib/model/threads/posts.ts';
import { asForm, asPage } from '#lib/server/kit/domain-errors.ts';
import { formOf } from '#lib/server/kit/form.ts';
import { documentOf, heldToWriter, typedPost } from '#lib/server/kit/post-form.ts';
import { postInMeeting } from '#lib/server/meetings/post-in-meeting.ts';
import { meetingAt } from '#lib/server/meetings/queries.ts';
import { countJumped } from '#lib/server/threads/count-jumped.ts';
import { followThread } from '#lib/server/threads/follow-thread.ts';
import { hiddenTexts } from '#lib/server/threads/find-post.ts';
import { firstOnDay } from '#lib/server/threads/first-on-day.ts';
import { openThread } from '#lib/server/threads/open-thread.ts';
import { parse } from '#lib/server/platform/parse.ts';
import { services } from '#lib/server/services.ts';
import type { Actions, PageServerLoad } from './$types';

const place = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER).optional();
const wish = z.object({
	before: place,
	from: place,
	newest: z
		.literal('')
		.transform(() => true)
		.optional(),
	/** The discussion whose earlier answers are wanted, or the answer to go back to. */
	unfold: place,
	/** The post to answer. */
	reply: place,
	/** A day on the reader's calendar, which has no year 0. */
	on: z.iso
		.date()
		.refine((day) => !day.startsWith('0000'))
		.optional()
});

export const load: PageServerLoad = ({ locals: { actor, locale }, params: { slug }, url }) =>
	asPage(async () => {
		const { db } = services();
		const { reply, on, ...wanted } = parse(wish, Object.fromEntries(url.searchParams));
		const meeting = await meetingAt(db, actor, slug, locale);
		const { stream } = meeting;
		if (on !== undefined) {
			const first = await firstOnDay(db, actor, { stream, day: on });
			redirect(303, first === null ? `/meetings/${slug}?newest#discussion` : `/meetings/${slug}?from=${first}#p-${first}`);
		}
		const window = reply === undefined ? wanted : { from: reply, unfold: reply };
		const { thread, readState, writingLanguage, follow } = await openThread(db, actor, { stream, locale, window });
		const hidden = thread.posts.filter((post) => stateOf(post) === 'hidden').map(({ id }) => id);
		return {
			meeting,
			subject: subjectOf(meeting),
			writes: can(actor, 'meeting.post', { network: meeting.network }),
			writingLanguage,
			follow,
			readState,
			jumpedOver: await countJumped(db, actor, { thread, readState }),
			thread: new ThreadInPage(thread),
			hiddenTexts: await hiddenTexts(db, actor, hidden),
			answerTo: reply ?? null,
			commandId: randomUUID()
		};
	});

/** What was refused, said in the reader's language: the page brings no words for what hardly ever happens. */
function inWords<Refused extends { problem: Problem }>({ status, data }: ActionFailure<Refused>) {
	return fail(status, { ...data, says: refusalWords(data.problem) });
}

export const actions: Actions = {
	post: async ({ request, locals: { actor }, params: { slug } }) => {
		const form = await formOf(request);
		const typed = typedPost(form);
		const commandId = form.get('commandId');
		const outcome = await asForm(async () => {
			heldToWriter(form, actor);
			const doc = documentOf(typed);
			const replyTo = form.has('replyTo') ? Number(form.get('replyTo')) : null;
			return postInMeeting(services(), actor, { commandId, slug, doc, lang: typed.lang, replyTo });
		}, typed);
		if ('seq' in outcome)
			redirect(303, form.has('replyTo') ? `/meetings/${slug}/p/${outcome.seq}` : `/meetings/${slug}#p-${outcome.seq}`);
		return inWords(outcome);
	},
	/** Sets what the reader wants to be told of the meeting. */
	follow: async ({ request, locals: { actor }, params: { slug } }) => {
		const level = (await formOf(request)).get('level');
		const outcome = await asForm(async () => {
			const { stream } = await meetingAt(services().db, actor, slug);
			return followThread(services(), actor, { stream, level });
		}, typedPost(new FormData()));
		if (outcome) return inWords(outcome);
		redirect(303, `/meetings/${slug}`);
	}
};
