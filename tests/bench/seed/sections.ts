import type { SectionBlock, SectionDoc } from '#lib/model/documents/section-doc.ts';
import { spreadTexts, wordOf } from './vocabulary.ts';

/** Of about 300 characters each: 30 kB of words. */
const blocks = 100;

type Change = (block: SectionBlock, place: number) => SectionBlock;

/** A section of so many blocks, 30 kB if not said otherwise: headings, paragraphs and lists. */
export function longSection(count = blocks): SectionDoc {
	const content = spreadTexts(count).map((text, n): SectionBlock => {
		const attrs = { id: `block${n}` };
		const words = { attrs, content: [{ type: 'text' as const, text }] };
		if (n % 12 === 0) return { type: 'heading', ...words, attrs: { ...attrs, level: 1 } };
		const paragraph = { type: 'paragraph' as const, ...words };
		if (n % 4 > 0) return paragraph;
		return {
			type: 'bulletList',
			attrs: { id: `list${n}` },
			content: [{ type: 'listItem', attrs: { id: `item${n}` }, content: [paragraph] }]
		};
	});
	return { type: 'doc', content };
}

/** Every so many blocks with every eighth of their words changed. */
export function editedSection({ type, content }: SectionDoc, every: number, from: number, word: number): SectionDoc {
	const change: Change = (block, place) => {
		if (block.type === 'bulletList') {
			const [item] = block.content;
			const [paragraph] = item?.content ?? [];
			const changed = paragraph && change(paragraph, place);
			return item && changed?.type === 'paragraph' ? { ...block, content: [{ ...item, content: [changed] }] } : block;
		}
		const [text] = block.type === 'paragraph' || block.type === 'heading' ? (block.content ?? []) : [];
		if (text?.type !== 'text') return block;
		const words = text.text.split(' ').map((one, n) => (n % 8 === word ? wordOf(place + n) : one));
		return { ...block, content: [{ ...text, text: words.join(' ') }] } as SectionBlock;
	};
	return { type, content: content.map((block, place) => (place % every === from ? change(block, place) : block)) };
}
