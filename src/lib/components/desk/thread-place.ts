/** Where a post stands in its thread; its lasting address leads here too, but by another way round. */
export function threadPlace(slug: string, seq: number): string {
	return `/meetings/${slug}?from=${seq}#p-${seq}`;
}
