import type { Actor } from '#lib/model/access/actor.ts';
import { parseList } from '#lib/model/practices/parse-list.ts';
import { authorize } from '../../access/authorize.ts';
import { homeNetwork } from '../../access/home.ts';
import { NotFound } from '../../platform/errors.ts';
import type { Services } from '../../services.ts';
import { asTable } from './as-table.ts';
import { exportedPractices } from './export-rows.ts';
import { selectPractices } from './list-practices.ts';
import { ownValues } from './own-values.ts';

/** More entries than any network has; what there is of them beyond stays here. */
const mostExported = 10_000;

/** A file that leaves. */
export interface PracticesFile {
	name: string;
	type: string;
	text: string;
}

/**
 * Everything that an address of the list asks for, not only its page, as a table or as JSON.
 * @param origin of the site, for addresses that lead back
 * @throws Forbidden for anybody outside, NotFound for another kind of file
 */
export async function exportPractices(
	services: Services,
	{ actor, locale, origin }: { actor: Actor; locale: string; origin: string },
	params: URLSearchParams
): Promise<PracticesFile> {
	const as = params.get('as');
	if (as !== 'csv' && as !== 'json') throw new NotFound();
	const network = homeNetwork(actor);
	const person = authorize(actor, 'network.read', { network });
	const { own, themes, cities } = await ownValues(services.db, network, locale);
	const asking = { person, network, locale, now: services.clock.now() };
	const ids = await selectPractices(services, asking, parseList(params, own).list, mostExported);
	const rows = await exportedPractices(services.db, asking, ids, origin);
	if (as === 'csv') return { name: 'practices.csv', type: 'text/csv; charset=utf-8', text: asTable(rows, { locale, themes, cities }) };
	return { name: 'practices.json', type: 'application/json', text: `${JSON.stringify({ practices: rows }, null, '\t')}\n` };
}
