import { randomUUID } from 'node:crypto';
import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { can } from '#lib/model/policy.ts';
import { hrefOfPractice } from '#lib/model/practices/practice.ts';
import { atItsAddress } from '#lib/server/kit/at-its-address.ts';
import { asForm, asPage } from '#lib/server/kit/domain-errors.ts';
import { fieldsOf } from '#lib/server/kit/form.ts';
import { parse } from '#lib/server/platform/parse.ts';
import { findDraft } from '#lib/server/practices/find.ts';
import { practiceHistory } from '#lib/server/practices/revisions.ts';
import { takeBackWords } from '#lib/server/practices/take-back-words.ts';
import { services } from '#lib/server/services.ts';
import type { Actions, PageServerLoad } from './$types';

const n = z.coerce.number().int().min(1).max(2_000_000_000).optional();
/** Two revisions beside one another, and the one whose words were taken back just now. */
const asked = z.object({ from: n, to: n, taken: n });

export const load: PageServerLoad = ({ locals: { actor, locale }, params: { slug }, url, isDataRequest }) =>
	asPage(async () => {
		const { db, clock } = services();
		const { from, to, taken } = parse(asked, Object.fromEntries(url.searchParams));
		const compare = from !== undefined && to !== undefined ? { from, to } : null;
		const history = await practiceHistory(db, actor, slug, { locale, now: clock.now(), compare });
		const { head, sessions } = history;
		atItsAddress({ url, isDataRequest }, `${hrefOfPractice(head)}/history`);
		return {
			...history,
			writes: can(actor, 'practice.write', head) && head.state !== 'archived',
			/** Whether words came back, or stood there already; null where none were asked for. */
			cameBack: taken === undefined ? null : sessions.some(({ takenBack }) => takenBack?.n === taken),
			commandId: randomUUID()
		};
	});

export const actions: Actions = {
	takeBack: async ({ request, locals: { actor }, params: { slug } }) => {
		const { commandId, n: older } = await fieldsOf(request);
		const outcome = await asForm(async () => {
			const { id } = await findDraft(services().db, actor, slug);
			return takeBackWords(services(), actor, { commandId, id, n: Number(older) });
		}, {});
		if (!('seq' in outcome)) return outcome;
		redirect(303, `/practices/${slug}/history?taken=${older}`);
	}
};
