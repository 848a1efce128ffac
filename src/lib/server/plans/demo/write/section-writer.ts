import type {
	FlowBlock,
	Footnote,
	HeadingLevel,
	SectionBulletList,
	SectionHeading,
	SectionInline,
	SectionListItem,
	SectionOrderedList,
	SectionParagraph,
	SectionPicture,
	SectionQuote,
	SectionTable,
	SectionTableCell
} from '#lib/model/documents/section-doc.ts';

/** Words of a block: text, or text with a mark or a footnote. */
export type WrittenText = string | SectionInline;
/** An item of a list; one that holds more than words comes from `item`. */
type WrittenItem = string | readonly WrittenText[] | SectionListItem;

/**
 * Writes blocks whose ids count on from a beginning, so that every demo has the same ones.
 * @param beginning 1 to 12 small letters, another one for each section
 */
export function sectionWriter(beginning: string) {
	let count = 0;
	const attrs = () => ({ id: beginning + String((count += 1)).padStart(4, '0') });

	const paragraph = (...words: WrittenText[]): SectionParagraph => ({ type: 'paragraph', attrs: attrs(), content: words.map(inlineOf) });
	const item = (words: string | readonly WrittenText[], ...below: FlowBlock[]): SectionListItem => ({
		type: 'listItem',
		attrs: attrs(),
		content: [paragraph(...[words].flat()), ...below]
	});
	const itemOf = (one: WrittenItem): SectionListItem => (typeof one === 'object' && 'type' in one ? one : item(one));
	const cell = (type: SectionTableCell['type'], words: string): SectionTableCell => ({
		type,
		attrs: { ...attrs(), colspan: 1, rowspan: 1 },
		content: [words === '' ? { type: 'paragraph', attrs: attrs() } : paragraph(words)]
	});

	return {
		paragraph,
		item,
		heading: (level: HeadingLevel, text: string): SectionHeading => ({
			type: 'heading',
			attrs: { ...attrs(), level },
			content: [inlineOf(text)]
		}),
		bullets: (items: readonly WrittenItem[]): SectionBulletList => ({ type: 'bulletList', attrs: attrs(), content: items.map(itemOf) }),
		numbered: (items: readonly WrittenItem[]): SectionOrderedList => ({
			type: 'orderedList',
			attrs: { ...attrs(), start: 1 },
			content: items.map(itemOf)
		}),
		quotation: (...words: WrittenText[]): SectionQuote => ({ type: 'blockquote', attrs: attrs(), content: [paragraph(...words)] }),
		table: (head: readonly string[], rows: readonly (readonly string[])[]): SectionTable => ({
			type: 'table',
			attrs: attrs(),
			content: [
				{ type: 'tableRow', attrs: attrs(), content: head.map((words) => cell('tableHeader', words)) },
				...rows.map((row) => ({
					type: 'tableRow' as const,
					attrs: attrs(),
					content: row.map((words) => cell('tableCell', words))
				}))
			]
		}),
		/** @param file the name that stands for it in its plan */
		picture: (file: string, said: { alt: string; caption: string }): SectionPicture => ({
			type: 'picture',
			attrs: { ...attrs(), file, ...said }
		}),
		footnote: (text: string): Footnote => ({ type: 'footnote', attrs: { ...attrs(), text } }),
		/** The same block, saying something else. */
		reworded: <Block extends SectionParagraph | SectionHeading>(block: Block, ...words: WrittenText[]): Block => ({
			...block,
			content: words.map(inlineOf)
		})
	};
}

function inlineOf(words: WrittenText): SectionInline {
	return typeof words === 'string' ? { type: 'text', text: words } : words;
}
