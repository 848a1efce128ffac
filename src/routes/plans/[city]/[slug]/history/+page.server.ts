import { hrefOfPlan } from '#lib/model/plans/plan.ts';
import { atItsAddress } from '#lib/server/kit/at-its-address.ts';
import { asPage } from '#lib/server/kit/domain-errors.ts';
import { planHistory } from '#lib/server/plans/history/plan-history.ts';
import { services } from '#lib/server/services.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { actor }, params, url, isDataRequest }) =>
	asPage(async () => {
		const { db, clock } = services();
		const history = await planHistory(db, actor, params, clock.now());
		atItsAddress({ url, isDataRequest }, `${hrefOfPlan(history.plan)}/history`);
		return history;
	});
