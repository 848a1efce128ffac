import { asPage } from '#lib/server/kit/domain-errors.ts';
import { meetingActivity } from '#lib/server/meetings/activity.ts';
import { listMeetings } from '#lib/server/meetings/queries.ts';
import { services } from '#lib/server/services.ts';
import { jumpedThreads } from '#lib/server/threads/jumped-threads.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { actor, locale } }) =>
	asPage(async () => {
		const { db } = services();
		const [meetings, activity, jumped] = await Promise.all([
			listMeetings(db, actor, locale),
			meetingActivity(db, actor),
			jumpedThreads(db, actor)
		]);
		return { meetings, activity, jumped };
	});
