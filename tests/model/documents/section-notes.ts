import type {
	FlowBlock,
	SectionBlock,
	SectionDoc,
	SectionInline,
	SectionListItem,
	SectionTable
} from '#lib/model/documents/section-doc.ts';

/* Sections written short, and read short, for tests that a person reads. */

/** Words: *bold*, and [id footnote]. */
export function inline(text: string): SectionInline[] {
	return [...text.matchAll(/\*([^*]+)\*|\[(\w+) ([^\]]*)\]|[^*[]+/g)].map(([all, bold, id, note]): SectionInline => {
		if (bold) return { type: 'text', text: bold, marks: [{ type: 'bold' }] };
		return id ? { type: 'footnote', attrs: { id, text: note ?? '' } } : { type: 'text', text: all };
	});
}

export function p(id: string, text = ''): FlowBlock {
	return { type: 'paragraph', attrs: { id }, ...(text && { content: inline(text) }) };
}
export function h(id: string, text: string, level: 1 | 2 | 3 = 1): SectionBlock {
	return { type: 'heading', attrs: { id, level }, content: inline(text) };
}
export function li(id: string, ...content: FlowBlock[]): SectionListItem {
	return { type: 'listItem', attrs: { id }, content };
}
export function ul(id: string, ...content: SectionListItem[]): FlowBlock {
	return { type: 'bulletList', attrs: { id }, content };
}
export function quote(id: string, ...content: FlowBlock[]): SectionBlock {
	return { type: 'blockquote', attrs: { id }, content };
}
/** Rows of cells, each with its id, which its paragraph has too, and its words: 'a1 Words'. */
export function table(id: string, rows: Record<string, string[]>): SectionTable {
	return {
		type: 'table',
		attrs: { id },
		content: Object.entries(rows).map(([row, cells]) => ({
			type: 'tableRow',
			attrs: { id: row },
			content: cells.map((cell) => {
				const [name = '', ...words] = cell.split(' ');
				return {
					type: 'tableCell',
					attrs: { id: `${name}cell`, colspan: 1, rowspan: 1 },
					content: [p(`${name}para`, words.join(' '))]
				};
			})
		}))
	};
}
export function doc(...content: SectionBlock[]): SectionDoc {
	return { type: 'doc', content };
}

interface AnyNode {
	type: string;
	text?: string;
	attrs?: { text?: string };
	marks?: unknown[];
	content?: AnyNode[];
}
const signs: Record<string, [before: string, between: string, after: string]> = {
	bulletList: ['<', ' | ', '>'],
	orderedList: ['<', ' | ', '>'],
	listItem: ['', ' ¶ ', ''],
	blockquote: ['“', ' ¶ ', '”'],
	table: ['{', ' // ', '}'],
	tableRow: ['', ' | ', ''],
	tableCell: ['', ' ¶ ', ''],
	tableHeader: ['', ' ¶ ', '']
};

/** A section in one string a block. */
export function told(blocks: readonly unknown[]): string[] {
	const say = ({ type, text, attrs, marks, content = [] }: AnyNode): string => {
		if (type === 'text') return marks ? `*${text}*` : String(text);
		if (type === 'footnote') return `[${attrs?.text}]`;
		const [before, between, after] = signs[type] ?? [type === 'heading' ? '# ' : '', '', ''];
		return before + content.map(say).join(between) + after;
	};
	return (blocks as AnyNode[]).map(say);
}
