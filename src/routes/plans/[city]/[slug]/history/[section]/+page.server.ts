import { randomUUID } from 'node:crypto';
import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { hrefOfPlan } from '#lib/model/plans/plan.ts';
import { atItsAddress } from '#lib/server/kit/at-its-address.ts';
import { asForm, asPage } from '#lib/server/kit/domain-errors.ts';
import { fieldsOf, kept } from '#lib/server/kit/form.ts';
import { parse } from '#lib/server/platform/parse.ts';
import { findWritten } from '#lib/server/plans/history/find.ts';
import { historyOf } from '#lib/server/plans/history/written-history.ts';
import { hideRow, restoreRow } from '#lib/server/plans/moderation/hide-row.ts';
import { hideSection, restoreSection } from '#lib/server/plans/moderation/hide-section.ts';
import { takeBackRow } from '#lib/server/plans/rows/save.ts';
import { takeBackSection } from '#lib/server/plans/sections/save.ts';
import { services } from '#lib/server/services.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const n = z.coerce.number().int().min(0).max(2_000_000_000).optional();
/**
 * Two revisions beside one another, 0 for what was there before the first; or what the reader saw last and what stands; and the one
 * whose words were taken back just now.
 */
const asked = z.object({ from: n, to: n, since: z.literal('read').optional(), taken: n });

export const load: PageServerLoad = ({ locals: { actor, locale }, params, url, isDataRequest }) =>
	asPage(async () => {
		const { db, clock } = services();
		const { from, to, since, taken } = parse(asked, Object.fromEntries(url.searchParams));
		const two = from !== undefined && to !== undefined ? { from: Math.min(from, to), to: Math.max(from, to) } : null;
		const history = await historyOf(db, actor, params, {
			place: params.section,
			locale,
			now: clock.now(),
			beside: since ? { since } : two
		});
		// A row has its history on its own page; here stays what only leads do, and what is hidden.
		if (history.kind === 'row' && !history.moderates && history.hiddenReason === null)
			redirect(303, `${hrefOfPlan(history.plan)}/rows/${history.place.slice(2)}${url.search}#${two ? 'changes' : 'history'}`);
		atItsAddress({ url, isDataRequest }, `${hrefOfPlan(history.plan)}/history/${history.place}`);
		return { ...history, since: since !== undefined, cameBack: taken !== undefined, commandId: randomUUID() };
	});

/** Does something with what stands at the address, and shows its history again. */
async function act(
	{ request, locals: { actor }, params }: RequestEvent,
	run: (found: { kind: 'section' | 'row'; id: string }, fields: Record<string, string>) => Promise<unknown>,
	after: (fields: Record<string, string>) => string = () => ''
) {
	const fields = await fieldsOf(request);
	const outcome = await asForm(
		async () => {
			const { kind, written } = await findWritten(services().db, actor, params, params.section);
			await run({ kind, id: written.id }, fields);
			return null;
		},
		kept(fields, 'reason')
	);
	if (outcome) return outcome;
	redirect(303, `/plans/${params.city}/${params.slug}/history/${params.section}${after(fields)}`);
}

export const actions: Actions = {
	takeBack: (event) =>
		act(
			event,
			({ kind, id }, { commandId, n: older }) =>
				(kind === 'section' ? takeBackSection : takeBackRow)(services(), event.locals.actor, { commandId, id, n: Number(older) }),
			({ n: older }) => `?taken=${Number(older)}`
		),
	hide: (event) =>
		act(event, ({ kind, id }, { commandId, reason }) =>
			(kind === 'section' ? hideSection : hideRow)(services(), event.locals.actor, { commandId, id, reason })
		),
	restore: (event) =>
		act(event, ({ kind, id }, { commandId }) =>
			(kind === 'section' ? restoreSection : restoreRow)(services(), event.locals.actor, { commandId, id })
		)
};
