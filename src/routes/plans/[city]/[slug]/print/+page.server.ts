import { hrefOfPlan } from '#lib/model/plans/plan.ts';
import { atItsAddress } from '#lib/server/kit/at-its-address.ts';
import { asPage } from '#lib/server/kit/domain-errors.ts';
import { openPlan } from '#lib/server/plans/read.ts';
import { services } from '#lib/server/services.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { actor, locale }, params, url, isDataRequest }) =>
	asPage(async () => {
		const { db, clock } = services();
		const shown = await openPlan(db, actor, params, { locale, now: clock.now(), section: null, whole: true });
		atItsAddress({ url, isDataRequest }, `${hrefOfPlan(shown.plan)}/print`);
		return shown;
	});
