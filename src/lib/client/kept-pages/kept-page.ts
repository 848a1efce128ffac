/** What is remembered of a page that was read and is kept in this browser; its HTML lies beside. */
export interface KeptPage {
	/** Path and query. */
	url: string;
	title: string;
	/** When the server gave it, in milliseconds of this device's clock. */
	at: number;
	bytes: number;
	/** What it needs beside its HTML, as paths with their queries. */
	assets: string[];
}

/** How much is kept: pages, bytes of their HTML together, and milliseconds. */
export const bounds = { pages: 60, bytes: 20_000_000, age: 30 * 24 * 60 * 60 * 1000 };

export function isTooOld({ at }: KeptPage, now: number): boolean {
	return now - at > bounds.age;
}

/** The newest first; those that are too many, too much or too old go. */
export function withinBounds(pages: readonly KeptPage[], now: number): { kept: KeptPage[]; gone: KeptPage[] } {
	const kept: KeptPage[] = [];
	const gone: KeptPage[] = [];
	let bytes = 0;
	for (const page of [...pages].sort((a, b) => b.at - a.at)) {
		const fits = kept.length < bounds.pages && bytes + page.bytes <= bounds.bytes && !isTooOld(page, now);
		if (fits) bytes += page.bytes;
		(fits ? kept : gone).push(page);
	}
	return { kept, gone };
}

/** What a page is of, whatever part of it was asked for: its path, and the version where it is one. */
function whatIsRead(url: string): string {
	const [path = '', query] = url.split('?');
	const version = new URLSearchParams(query).get('v');
	return version === null ? path : `${path}?v=${version}`;
}

/** The page that was read at an address; without that very one, the newest of the same path and version. */
export function findPage(pages: readonly KeptPage[], url: string): KeptPage | undefined {
	const ofPath = pages.filter((page) => whatIsRead(page.url) === whatIsRead(url)).sort((a, b) => b.at - a.at);
	return ofPath.find((page) => page.url === url) ?? ofPath[0];
}
