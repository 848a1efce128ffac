import type { FlowBlock, Footnote, SectionBlock, SectionDoc, SectionInline } from './section-doc.ts';

/** Every piece of words of a section, in the order of reading. */
export function* sectionInlines({ content }: Pick<SectionDoc, 'content'>): Generator<SectionInline> {
	for (const block of content) yield* inlinesOf(block);
}

function* inlinesOf(block: SectionBlock | FlowBlock): Generator<SectionInline> {
	switch (block.type) {
		case 'paragraph':
		case 'heading':
			yield* block.content ?? [];
			return;
		case 'bulletList':
		case 'orderedList':
			for (const item of block.content) for (const inner of item.content) yield* inlinesOf(inner);
			return;
		case 'blockquote':
			for (const inner of block.content) yield* inlinesOf(inner);
			return;
		case 'table':
			for (const row of block.content) for (const cell of row.content) for (const inner of cell.content) yield* inlinesOf(inner);
	}
}

/** The footnotes of a section, as they are numbered. */
export function footnotesIn(doc: Pick<SectionDoc, 'content'>): Footnote[] {
	return [...sectionInlines(doc)].filter((inline) => inline.type === 'footnote');
}
