import { z } from 'zod';
import { hrefOfPractice } from '#lib/model/practices/practice.ts';
import { atItsAddress } from '#lib/server/kit/at-its-address.ts';
import { asPage } from '#lib/server/kit/domain-errors.ts';
import { parse } from '#lib/server/platform/parse.ts';
import { practiceHistory } from '#lib/server/practices/revisions.ts';
import { services } from '#lib/server/services.ts';
import type { PageServerLoad } from './$types';

const n = z.coerce.number().int().min(1).max(2_000_000_000).optional();
const asked = z.object({ from: n, to: n });

export const load: PageServerLoad = ({ locals: { actor, locale }, params: { slug }, url, isDataRequest }) =>
	asPage(async () => {
		const { db, clock } = services();
		const { from, to } = parse(asked, Object.fromEntries(url.searchParams));
		const compare = from !== undefined && to !== undefined ? { from, to } : null;
		const history = await practiceHistory(db, actor, slug, { locale, now: clock.now(), compare });
		atItsAddress({ url, isDataRequest }, `${hrefOfPractice(history.head)}/history`);
		return history;
	});
