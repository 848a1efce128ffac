interface Entries {
	navigation?: { entries(): { url: string | null }[] };
}

/** Pages of this tab, the latest first, as the browser remembers them; without the one that is open. */
export function recentPlaces(): string[] {
	const { navigation } = globalThis as Entries;
	const paths = (navigation?.entries() ?? []).flatMap(({ url }) => (url ? [new URL(url).pathname] : []));
	return [...new Set(paths.reverse())].filter((path) => path !== location.pathname && path !== '/search');
}
