import { page } from '$app/state';

/** The address of this page, for forms that come back here. */
export function thisPage(): string {
	return page.url.pathname + page.url.search;
}
