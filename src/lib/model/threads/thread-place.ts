/**
 * Where something stands in the thread of the page at `href`: the part around it, an answer with its discussion unfolded. Its
 * lasting address leads here too, by another way round.
 */
export function threadPlace(href: string, { seq, root }: { seq: number; root?: number | null }): string {
	return `${href}?${root ? 'unfold' : 'from'}=${seq}#p-${seq}`;
}
