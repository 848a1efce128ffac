import { hrefOfPlan } from '#lib/model/plans/plan.ts';
import { atItsAddress } from '#lib/server/kit/at-its-address.ts';
import { asPage } from '#lib/server/kit/domain-errors.ts';
import { versionsAt } from '#lib/server/plans/versions/read-version.ts';
import { services } from '#lib/server/services.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { actor }, params, url, isDataRequest }) =>
	asPage(async () => {
		const shown = await versionsAt(services().db, actor, params);
		atItsAddress({ url, isDataRequest }, `${hrefOfPlan(shown.plan)}/versions`);
		return shown;
	});
