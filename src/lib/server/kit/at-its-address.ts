import { redirect } from '@sveltejs/kit';

/**
 * Leads to where something stands now, whose address follows its title. A page that is open and loads its data anew stays where it
 * is: it would jump to its top, and what it was opened by leads there still.
 * @throws Redirect
 */
export function atItsAddress({ url, isDataRequest }: { url: URL; isDataRequest: boolean }, href: string): void {
	if (!isDataRequest && url.pathname !== href) redirect(303, href + url.search);
}
