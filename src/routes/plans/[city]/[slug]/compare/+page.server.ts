import { z } from 'zod';
import { hrefOfPlan } from '#lib/model/plans/plan.ts';
import { atItsAddress } from '#lib/server/kit/at-its-address.ts';
import { asPage } from '#lib/server/kit/domain-errors.ts';
import { parse } from '#lib/server/platform/parse.ts';
import { compareVersions } from '#lib/server/plans/versions/compare-versions.ts';
import { services } from '#lib/server/services.ts';
import type { PageServerLoad } from './$types';

const number = z.coerce.number().int().min(1).max(2_000_000_000);
const asked = z.object({ from: number, to: z.union([z.literal('now'), number]).default('now') });

export const load: PageServerLoad = ({ locals: { actor, locale }, params, url, isDataRequest }) =>
	asPage(async () => {
		const { from, to } = parse(asked, Object.fromEntries(url.searchParams));
		const shown = await compareVersions(services().db, actor, params, { from, to, locale });
		atItsAddress({ url, isDataRequest }, `${hrefOfPlan(shown.plan)}/compare`);
		return { ...shown, from, to };
	});
