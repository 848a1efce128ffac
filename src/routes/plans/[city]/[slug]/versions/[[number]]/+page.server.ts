import { z } from 'zod';
import { redirect } from '@sveltejs/kit';
import { hrefOfPlan } from '#lib/model/plans/plan.ts';
import { hrefOfVersion } from '#lib/model/plans/version.ts';
import { atItsAddress } from '#lib/server/kit/at-its-address.ts';
import { asPage } from '#lib/server/kit/domain-errors.ts';
import { NotFound } from '#lib/server/platform/errors.ts';
import { rowNames } from '#lib/server/plans/versions/names.ts';
import { readVersion, versionsAt } from '#lib/server/plans/versions/read-version.ts';
import { services } from '#lib/server/services.ts';
import type { PageServerLoad } from './$types';

const numbers = z.coerce.number().int().min(1).max(2_000_000_000);

/** All versions of a plan, or one of them whole. */
export const load: PageServerLoad = ({ locals: { actor, locale }, params, url, isDataRequest }) =>
	asPage(async () => {
		const { db } = services();
		if (params.number === undefined) {
			const listed = await versionsAt(db, actor, params);
			atItsAddress({ url, isDataRequest }, `${hrefOfPlan(listed.plan)}/versions`);
			return { listed, read: null };
		}
		const number = numbers.safeParse(params.number);
		if (!number.success) throw new NotFound();
		const shown = await readVersion(db, actor, params, { number: number.data, locale });
		// One address for each: `?v=1` leads here, and the path that it leads by leads back to it.
		if (url.pathname.endsWith(`/versions/${params.number}`)) redirect(308, hrefOfVersion(shown.plan, number.data));
		atItsAddress({ url, isDataRequest }, hrefOfPlan(shown.plan));
		return { listed: null, read: { ...shown, names: Object.fromEntries(await rowNames(db, actor, shown.plan.id, locale)) } };
	});
