import { sectionLimits, type SectionBlock, type SectionDoc, type SectionInline } from '#lib/model/documents/section-doc.ts';
import { mintBlockId } from '#lib/model/documents/section-ids.ts';

/** A section that a paste would become. */
export interface PastedSection {
	/** '' for what stands before the first heading. */
	title: string;
	doc: SectionDoc;
}

function wordsIn(content: readonly SectionInline[]): string {
	return content
		.map((node) => (node.type === 'text' ? node.text : ' '))
		.join('')
		.replace(/\s+/g, ' ')
		.trim();
}

/**
 * A long paste as sections, one for each heading of the first level; the headings within rise by a level. Null where it has
 * fewer than two such headings.
 */
export function planOfPaste(blocks: readonly SectionBlock[]): PastedSection[] | null {
	const isTitle = (block: SectionBlock): boolean =>
		block.type === 'heading' && block.attrs.level === 1 && wordsIn(block.content ?? []) !== '';
	if (blocks.filter(isTitle).length < 2) return null;
	const sections: { title: string; content: SectionBlock[] }[] = [];
	for (const block of blocks) {
		if (block.type === 'heading' && isTitle(block)) {
			const words = wordsIn(block.content ?? []);
			const notes = (block.content ?? []).filter(({ type }) => type === 'footnote');
			const rest = words.slice(sectionLimits.title);
			const content: SectionInline[] = [...(rest ? [{ type: 'text' as const, text: rest }] : []), ...notes];
			// What a title cannot hold is the first paragraph.
			const first: SectionBlock[] = content.length > 0 ? [{ type: 'paragraph', attrs: { id: block.attrs.id }, content }] : [];
			sections.push({ title: words.slice(0, sectionLimits.title), content: first });
			continue;
		}
		const raised: SectionBlock =
			block.type === 'heading' ? { ...block, attrs: { ...block.attrs, level: block.attrs.level === 3 ? 2 : 1 } } : block;
		const section = sections.at(-1);
		if (section) section.content.push(raised);
		else sections.push({ title: '', content: [raised] });
	}
	return sections.map(({ title, content }) => ({
		title,
		doc: { type: 'doc', content: content.length > 0 ? content : [{ type: 'paragraph', attrs: { id: mintBlockId() } }] }
	}));
}
