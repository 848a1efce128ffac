import type { Block, Doc, Inline, ListItem } from './doc.ts';
import { toField } from './markdown.ts';
import type {
	FlowBlock,
	SectionBlock,
	SectionInline,
	SectionListItem,
	SectionParagraph,
	SectionTable,
	SectionText
} from './section-doc.ts';
import { sectionAddressIn } from './section-address.ts';
import { sectionMarks, sectionText } from './section-inline.ts';
import { isPlainTable, type HeldThing } from './section-held.ts';

/* Blocks of a section as Markdown of posts says them, and back. */

/** What is left of what is held: each thing is put back once. */
export type LeftHeld = Map<number, HeldThing>;

const note = /\{(\d{1,5}) ([^{}]*)\}/g;
/** What is ours is cited as a link of Markdown, which posts do not have to such addresses. */
const citation = /\[([^[\]\n]+)\]\((swing:[a-z]+\/[\w#-]+)\)/g;

export class PlainWriter {
	readonly #numbers: Map<HeldThing, number>;

	constructor(held: readonly HeldThing[]) {
		this.#numbers = new Map(held.map((thing, place) => [thing, place + 1]));
	}

	/** The lines of a block without an empty one at its ends, and those of them that hold the notation of posts. */
	lines(block: SectionBlock): { text: string; held: string } {
		if (block.type === 'picture') return { text: `{${this.#number(block)}} ${block.attrs.caption}`.trimEnd(), held: '' };
		if (block.type === 'table') return this.#table(block);
		if (block.type !== 'heading') return toField({ type: 'doc', content: [this.#block(block)] });
		const { text, held } = toField({ type: 'doc', content: [{ type: 'paragraph', content: this.#inlines(block.content) }] });
		const sign = '#'.repeat(block.attrs.level);
		return { text: `${sign} ${text.replaceAll('\n', ' ')}`, held };
	}

	#number(thing: HeldThing): number {
		return this.#numbers.get(thing) ?? 0;
	}

	#table(table: SectionTable): { text: string; held: string } {
		if (!isPlainTable(table)) return { text: `{${this.#number(table)}}`, held: '' };
		const cell = (paragraph: FlowBlock | undefined): string =>
			paragraph ? toField({ type: 'doc', content: [this.#block(paragraph)] }).text.replaceAll('\n', ' ') : '';
		return {
			text: table.content.map(({ content }) => `| ${content.map((one) => cell(one.content[0])).join(' | ')} |`).join('\n'),
			held: ''
		};
	}

	#block(block: FlowBlock | SectionBlock): Block {
		switch (block.type) {
			case 'bulletList':
				return { type: 'bulletList', content: block.content.map((item) => this.#item(item)) };
			case 'orderedList':
				return { type: 'orderedList', attrs: { start: block.attrs.start }, content: block.content.map((item) => this.#item(item)) };
			case 'blockquote':
				return { type: 'blockquote', content: block.content.map((inner) => this.#block(inner)) };
			default:
				return { type: 'paragraph', content: this.#inlines('content' in block ? (block.content as SectionInline[]) : []) };
		}
	}

	#item({ content }: SectionListItem): ListItem {
		return { type: 'listItem', content: content.map((inner) => this.#block(inner)) };
	}

	#inlines(content: readonly SectionInline[] = []): Inline[] {
		return content.map((node): Inline => {
			if (node.type === 'text') return cited(node);
			if (node.type !== 'footnote') return node;
			const { text } = node.attrs;
			return { type: 'text', text: `{${this.#number(node)} ${/[{}]/.test(text) ? '…' : text}}` };
		});
	}
}

export class PlainReader {
	readonly #left: LeftHeld;
	readonly #mint: () => string;

	constructor(left: LeftHeld, mint: () => string) {
		this.#left = left;
		this.#mint = mint;
	}

	blocks({ content }: Doc): SectionBlock[] {
		return content.flatMap((block) => this.#block(block));
	}

	/** What a line of text says, as words of a heading or a cell. */
	words({ content }: Doc): SectionInline[] {
		return content
			.flatMap((block) => (block.type === 'paragraph' ? this.#inlines(block.content ?? []) : []))
			.filter(({ type }) => type !== 'hardBreak');
	}

	paragraph(content: readonly SectionInline[]): SectionParagraph {
		return { type: 'paragraph', attrs: { id: this.#mint() }, ...(content.length > 0 && { content: [...content] }) };
	}

	#block(block: Block): SectionBlock[] {
		if (block.type !== 'blockquote') return this.#flow(block);
		return [{ type: 'blockquote', attrs: { id: this.#mint() }, content: block.content.flatMap((inner) => this.#flow(inner)) }];
	}

	#flow(block: Block): FlowBlock[] {
		switch (block.type) {
			case 'paragraph':
				return [this.paragraph(this.#inlines(block.content ?? []))];
			case 'codeBlock':
				return [this.paragraph(this.#inlines(block.content ?? []))];
			case 'blockquote':
				return block.content.flatMap((inner) => this.#flow(inner));
			default: {
				const content = block.content.map((item): SectionListItem => ({
					type: 'listItem',
					attrs: { id: this.#mint() },
					content: item.content.flatMap((inner) => this.#flow(inner))
				}));
				const attrs = { id: this.#mint() };
				if (block.type === 'bulletList') return [{ type: 'bulletList', attrs, content }];
				return [{ type: 'orderedList', attrs: { ...attrs, start: block.attrs?.start ?? 1 }, content }];
			}
		}
	}

	#inlines(content: readonly Inline[]): SectionInline[] {
		return content.flatMap((node): SectionInline[] => {
			if (node.type === 'hardBreak') return [{ type: 'hardBreak' }];
			const marks = (node.marks ?? []).filter((mark) => mark.type !== 'code');
			const parts: SectionInline[] = [];
			let done = 0;
			for (const match of node.text.matchAll(note)) {
				const [all, number = '', words = ''] = match;
				const thing = this.#left.get(Number(number));
				if (thing?.type !== 'footnote') continue;
				this.#left.delete(Number(number));
				const before = node.text.slice(done, match.index);
				if (before !== '') parts.push(sectionText(before, marks));
				const said = words === '…' ? thing.attrs.text : words;
				parts.push({ type: 'footnote', attrs: { ...thing.attrs, text: said } });
				done = match.index + all.length;
			}
			const rest = node.text.slice(done);
			const all = rest === '' ? parts : [...parts, sectionText(rest, marks)];
			return all.flatMap((part): SectionInline[] => (part.type === 'text' ? withCitations(part) : [part]));
		});
	}
}

/** Words that cite something of ours as they are typed; where they hold brackets, as before. */
function cited(node: SectionText): SectionText {
	const link = node.marks?.find((mark) => mark.type === 'link');
	const to = link && sectionAddressIn(link.attrs.href);
	if (!to || (to.kind !== 'practice' && to.kind !== 'file') || /[[\]\n]/.test(node.text)) return node;
	return sectionText(
		`[${node.text}](${link.attrs.href})`,
		(node.marks ?? []).filter((mark) => mark !== link)
	);
}

function withCitations({ text, marks = [] }: SectionText): SectionText[] {
	const parts: SectionText[] = [];
	let done = 0;
	for (const match of text.matchAll(citation)) {
		const [all, words = '', href = ''] = match;
		const kind = sectionAddressIn(href)?.kind;
		if (kind !== 'practice' && kind !== 'file') continue;
		if (match.index > done) parts.push(sectionText(text.slice(done, match.index), marks));
		parts.push(sectionText(words, sectionMarks([...marks, { type: 'link', attrs: { href } }])));
		done = match.index + all.length;
	}
	return done === 0
		? [{ type: 'text', text, ...(marks.length > 0 && { marks }) }]
		: done < text.length
			? [...parts, sectionText(text.slice(done), marks)]
			: parts;
}
