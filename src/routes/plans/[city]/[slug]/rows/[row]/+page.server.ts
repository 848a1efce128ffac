import { randomUUID } from 'node:crypto';
import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { z } from 'zod';
import { hrefOfPlan } from '#lib/model/plans/plan.ts';
import { anchorOfRow } from '#lib/model/plans/rows/row.ts';
import { asForm, asPage } from '#lib/server/kit/domain-errors.ts';
import { atItsAddress } from '#lib/server/kit/at-its-address.ts';
import { fieldsOf, formOf } from '#lib/server/kit/form.ts';
import { heldToWriter } from '#lib/server/kit/post-form.ts';
import { readRowForm, typedRowFor, untakenInRow, withRoom, type ReturnedRow } from '#lib/server/kit/row-form.ts';
import { parse } from '#lib/server/platform/parse.ts';
import { practiceChoices } from '#lib/server/plans/rows/choices.ts';
import { rowUpTo } from '#lib/server/plans/rows/find.ts';
import { readRow, type RowShown } from '#lib/server/plans/rows/page.ts';
import { moveRow, retireRow, returnRow } from '#lib/server/plans/rows/place.ts';
import { saveRow, settleRow, takeBackRow } from '#lib/server/plans/rows/save.ts';
import { services } from '#lib/server/services.ts';
import type { Actions, PageServerLoad, RouteParams } from './$types';

const n = z.coerce.number().int().min(0).max(2_000_000_000).optional();
/** Two revisions beside one another, and what was done just now. */
const asked = z.object({ from: n, to: n, done: z.enum(['saved', 'back', 'settled']).optional().catch(undefined) });
/** The revision that the form was made of. */
const made = z.object({ base: z.coerce.number().int().min(1).max(2_147_483_647) });

export const load: PageServerLoad = ({ locals: { actor, locale }, params, url, isDataRequest }) =>
	asPage(async () => {
		const { db, clock } = services();
		const { from, to, done } = parse(asked, Object.fromEntries(url.searchParams));
		const compare = from !== undefined && to !== undefined ? { from, to } : null;
		const shown = await readRow(db, actor, params, { locale, now: clock.now(), compare });
		const { plan, row, mayWrite } = shown;
		const href = `${hrefOfPlan(plan)}/rows/${row.shortId}`;
		atItsAddress({ url, isDataRequest }, href);
		const typed = typedRowFor(row.kind, row.values, locale);
		return {
			...shown,
			href,
			done: done ?? null,
			typed: mayWrite ? withRoom(row.kind, typed, randomUUID()) : typed,
			practices: mayWrite && row.kind === 'action' ? await practiceChoices(db, actor, locale) : [],
			commandId: randomUUID()
		};
	});

type Event = RequestEvent<RouteParams>;

async function rowAtAddress({ locals: { actor, locale }, params }: Event): Promise<RowShown> {
	const { db, clock } = services();
	return readRow(db, actor, params, { locale, now: clock.now(), compare: null });
}

/** What is pressed beside a row leads back to where it stands in the plan, or on its page. */
function act(
	run: (id: string, fields: Record<string, string> & { commandId: string }, actor: App.Locals['actor']) => Promise<unknown>,
	done?: string
) {
	return async (event: Event) => {
		const fields = await fieldsOf(event.request);
		const outcome = await asForm(async () => {
			const shown = await rowAtAddress(event);
			await run(shown.row.id, { ...fields, commandId: fields.commandId || randomUUID() }, event.locals.actor);
			return shown;
		}, null);
		if (!('row' in outcome)) return outcome;
		const { plan, section, row } = outcome;
		if (done) redirect(303, `${hrefOfPlan(plan)}/rows/${row.shortId}?done=${done}`);
		redirect(303, `${hrefOfPlan(plan)}?section=${section.shortId}#${anchorOfRow(row)}`);
	};
}

export const actions: Actions = {
	save: async (event) => {
		const form = await formOf(event.request);
		const { locale, actor } = event.locals;
		const { shown, base, read } = await asPage(async () => {
			const { base } = parse(made, { base: form.get('base') });
			const shown = await rowAtAddress(event);
			const { row, plan } = shown;
			const begun = typedRowFor(row.kind, await rowUpTo(services().db, row, base), locale);
			return { shown, base, read: readRowForm(form, row.kind, begun, { locale, lang: plan.lang }) };
		});
		const { id, kind, shortId } = shown.row;
		const returned: ReturnedRow = { typed: read.typed, base, untaken: read.untaken };
		if (read.untaken.length > 0) return fail(400, { ...returned, problem: null });
		const outcome = await asForm(async () => {
			heldToWriter(form, actor);
			if (Object.keys(read.values).length === 0) return { id };
			return saveRow(services(), actor, { commandId: form.get('commandId'), id, base, values: read.values });
		}, returned);
		if (!('id' in outcome)) {
			const { problem } = outcome.data;
			return fail(outcome.status, { ...returned, untaken: untakenInRow(kind, problem.issues), problem });
		}
		redirect(303, `${hrefOfPlan(shown.plan)}/rows/${shortId}?done=saved`);
	},
	settle: act((id, { commandId, cell, keep }, actor) => settleRow(services(), actor, { commandId, id, cell, keep }), 'settled'),
	takeBack: act((id, { commandId, n }, actor) => takeBackRow(services(), actor, { commandId, id, n: Number(n) }), 'back'),
	move: act((id, { commandId, after }, actor) => moveRow(services(), actor, { commandId, id, after: after || null })),
	retire: act((id, { commandId }, actor) => retireRow(services(), actor, { commandId, id })),
	return: act((id, { commandId }, actor) => returnRow(services(), actor, { commandId, id }))
};
