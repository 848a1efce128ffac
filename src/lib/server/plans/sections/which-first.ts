import type { SectionHead } from '#lib/model/plans/section.ts';

/** Characters of words that a page brings at once; further sections are fetched when they are needed. */
const atOnce = 24_000;

/**
 * The sections whose words a page brings: the one that is asked for and what stands around it, or the first ones.
 * @param wanted the short id of a section; without scripts a page is read section by section
 */
export function whichFirst<Head extends Pick<SectionHead, 'shortId' | 'length'>>(heads: readonly Head[], wanted: string | null): Head[] {
	const at = Math.max(0, wanted === null ? 0 : heads.findIndex(({ shortId }) => shortId === wanted));
	const first = heads[at];
	if (!first) return [];
	const chosen = new Set([first]);
	let length = first.length;
	// What comes before it stands above it on the screen: one section of that is enough to scroll up to.
	for (const head of [...heads.slice(at + 1), ...heads.slice(Math.max(0, at - 1), at)]) {
		length += head.length;
		if (length > atOnce) break;
		chosen.add(head);
	}
	return heads.filter((head) => chosen.has(head));
}
