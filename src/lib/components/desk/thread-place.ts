/** Where a post stands in the thread of the page at `href`; its lasting address leads here too, but by another way round. */
export function threadPlace(href: string, seq: number): string {
	return `${href}?from=${seq}#p-${seq}`;
}
