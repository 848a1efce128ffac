import { randomUUID } from 'node:crypto';
import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { hrefOfPlan } from '#lib/model/plans/plan.ts';
import { untoldRow } from '#lib/model/plans/rows/cells.ts';
import { asForm, asPage } from '#lib/server/kit/domain-errors.ts';
import { formOf } from '#lib/server/kit/form.ts';
import { readRowForm, typedRowFor, untakenInRow, withRoom } from '#lib/server/kit/row-form.ts';
import { Forbidden, NotFound } from '#lib/server/platform/errors.ts';
import { findPlan } from '#lib/server/plans/find.ts';
import { linkedRows } from '#lib/server/plans/rows/beside.ts';
import { practiceChoices } from '#lib/server/plans/rows/choices.ts';
import { lastRowOf } from '#lib/server/plans/rows/last-row.ts';
import { sectionOfRows } from '#lib/server/plans/rows/page.ts';
import { addRow } from '#lib/server/plans/rows/place.ts';
import { services } from '#lib/server/services.ts';
import type { Actions, PageServerLoad, RouteParams } from './$types';

/** The section that is named in the address, for who writes rows in it. @throws NotFound, Forbidden */
async function sectionAsked({ locals: { actor }, params, url }: Pick<RequestEvent<RouteParams>, 'locals' | 'params' | 'url'>) {
	const { db } = services();
	const plan = await findPlan(db, actor, params);
	const { section, writes } = await sectionOfRows(db, actor, plan, { shortId: url.searchParams.get('section') ?? '' });
	if (section.rows === null) throw new NotFound();
	if (!writes) throw new Forbidden();
	return { plan, section, kind: section.rows };
}

export const load: PageServerLoad = ({ locals, params, url }) =>
	asPage(async () => {
		const { actor, locale } = locals;
		const { db } = services();
		const { plan, section, kind } = await sectionAsked({ locals, params, url });
		const linked = await linkedRows(db, plan.id);
		return {
			plan,
			section,
			kind,
			typed: withRoom(kind, typedRowFor(kind, untoldRow[kind], locale), randomUUID()),
			objectives: linked.filter((one) => one.kind === 'objective'),
			practices: kind === 'action' ? await practiceChoices(db, actor, locale) : [],
			commandId: randomUUID()
		};
	});

export const actions: Actions = {
	default: async (event) => {
		const form = await formOf(event.request);
		const { actor, locale } = event.locals;
		const { plan, section, kind } = await asPage(() => sectionAsked(event));
		const begun = typedRowFor(kind, untoldRow[kind], locale);
		const { typed, values, untaken } = readRowForm(form, kind, begun, { locale, lang: plan.lang });
		if (untaken.length > 0) return fail(400, { typed, untaken, problem: null });
		const after = String(form.get('after') ?? '') || (await lastRowOf(services().db, section.id));
		const outcome = await asForm(async () => {
			const commandId = String(form.get('commandId') ?? '') || randomUUID();
			return addRow(services(), actor, { commandId, section: section.id, after, kind, values });
		}, typed);
		if (!('seq' in outcome)) {
			const { problem } = outcome.data;
			return fail(outcome.status, { typed, untaken: untakenInRow(kind, problem.issues), problem });
		}
		redirect(303, `${hrefOfPlan(plan)}?section=${section.shortId}#s-${section.shortId}`);
	}
};
