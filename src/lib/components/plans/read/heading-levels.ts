import type { SectionBlock } from '#lib/model/documents/section-doc.ts';

/** The level at which each heading is read, by its block: below the title of the section, and none skips one. */
export function headingLevels(blocks: readonly SectionBlock[]): Map<string, number> {
	const levels = new Map<string, number>();
	let last = 2;
	for (const block of blocks) {
		if (block.type !== 'heading') continue;
		last = Math.min(block.attrs.level + 2, last + 1);
		levels.set(block.attrs.id, last);
	}
	return levels;
}
