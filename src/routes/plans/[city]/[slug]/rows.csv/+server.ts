import { z } from 'zod';
import { rowKinds } from '#lib/model/plans/rows/row.ts';
import { asPage } from '#lib/server/kit/domain-errors.ts';
import { signedIn } from '#lib/server/kit/signed-in.ts';
import { limitsOf } from '#lib/server/platform/limits.ts';
import { parse } from '#lib/server/platform/parse.ts';
import { exportRows } from '#lib/server/plans/rows/as-csv.ts';
import { services } from '#lib/server/services.ts';
import type { RequestHandler } from './$types';

const asked = z.object({ kind: z.enum(rowKinds) });

/** The rows of a kind as a table. */
export const GET: RequestHandler = ({ locals, params, url }) =>
	asPage(async () => {
		const { person } = signedIn(locals);
		const { kind } = parse(asked, Object.fromEntries(url.searchParams));
		const wanted = { kind, locale: locals.locale, origin: url.origin };
		const { name, text } = await limitsOf(services()).take('search', { person: person.id }, () =>
			exportRows(services().db, person, params, wanted)
		);
		return new Response(text, {
			headers: {
				'content-type': 'text/csv; charset=utf-8',
				'content-disposition': `attachment; filename="${name}"`,
				'cache-control': 'private, no-store'
			}
		});
	});
