import type { Results } from '#lib/model/search/results.ts';
import { signedIn } from '#lib/server/kit/signed-in.ts';
import { searchWish, type SearchWish } from '#lib/server/search/asked-page.ts';
import { limitsOf } from '#lib/server/platform/limits.ts';
import { search } from '#lib/server/search/search.ts';
import { services } from '#lib/server/services.ts';

/** What the page and its script get: what was asked for, and what was found. */
export async function resultsFor(locals: App.Locals, params: URLSearchParams): Promise<{ wish: SearchWish; results: Results }> {
	const { person } = signedIn(locals);
	const wish = searchWish(params);
	const asking = { actor: person, locale: locals.locale, now: services().clock.now() };
	const results = await limitsOf(services()).take('search', { person: person.id }, () => search(services(), asking, wish));
	return { wish, results };
}
