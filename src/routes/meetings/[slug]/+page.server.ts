import { subjectOf } from '#lib/model/meetings/meeting.ts';
import { can } from '#lib/model/policy.ts';
import { asPage } from '#lib/server/kit/domain-errors.ts';
import { threadActions } from '#lib/server/kit/thread-actions.ts';
import { threadForPage } from '#lib/server/kit/thread-page.ts';
import { meetingAt } from '#lib/server/meetings/queries.ts';
import { services } from '#lib/server/services.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { actor, locale }, params: { slug }, url }) =>
	asPage(async () => {
		const { db } = services();
		const meeting = await meetingAt(db, actor, slug, locale);
		const { stream, network } = meeting;
		return {
			meeting,
			subject: subjectOf(meeting),
			writes: can(actor, 'meeting.post', { network }),
			...(await threadForPage(db, actor, { stream, locale, url }))
		};
	});

const { post, follow } = threadActions<{ slug: string }>(async ({ locals: { actor }, params: { slug } }) => {
	const { stream } = await meetingAt(services().db, actor, slug);
	return stream;
});

export const actions: Actions = { post, follow };
