import type { Offer } from '#lib/model/search/results.ts';
import type { Services } from '../services.ts';
import type { Asking } from './source.ts';
import { searchSources } from './sources.ts';

/** What this actor can be led to by name at once, kind by kind. */
export async function offers(services: Services, asking: Asking): Promise<Offer[]> {
	const all = await Promise.all(
		searchSources.get().map(async ({ offered, present }) => {
			if (!offered) return [];
			const ids = await offered(services, asking);
			const shown = await present(services, asking, ids);
			return ids.flatMap((id) => shown.get(id) ?? []);
		})
	);
	return all.flat();
}
