import type { FlowBlock, SectionBlock, SectionDoc, SectionInline, SectionTable } from '#lib/model/documents/section-doc.ts';
import { withBlockIds } from '#lib/model/documents/section-ids.ts';
import { normalizeSection } from '#lib/model/documents/section-normalize.ts';
import { gridOf } from '#lib/model/documents/section-table.ts';
import type { SectionNode } from '#lib/model/documents/section-tree.ts';
import { SectionMaker, someFile, type Random } from './section-random.ts';

/*
 * What somebody does to a section, as an editor would do it: blocks keep their ids, what is new gets one. Every word that is
 * typed is one that nobody else writes.
 */

export const acts = [
	'type',
	'type',
	'type',
	'replace',
	'erase',
	'delete',
	'add',
	'split',
	'join',
	'heading',
	'list',
	'unlist',
	'quote',
	'move',
	'copy',
	'bold',
	'footnote',
	'say note',
	'row',
	'column',
	'no row',
	'no column',
	'table',
	'into cell',
	'picture'
] as const;
export type Act = (typeof acts)[number];

type Holder = { content: SectionNode[] };
interface Place {
	holder: Holder;
	at: number;
	node: SectionNode;
}

export class Writer {
	/** Words that were typed and not asked to be anywhere else. */
	readonly words: string[] = [];
	readonly #random: Random;
	readonly #maker: SectionMaker;
	readonly #name: string;
	readonly #mayTouch: (id: string) => boolean;
	#doc: SectionDoc;
	/** What stands now, once somebody has asked. */
	#shown: SectionDoc | null = null;

	/** @param mayTouch which blocks are changed; what the writer makes is the writer's own */
	constructor(doc: SectionDoc, name: string, random: Random, mayTouch: (id: string) => boolean = () => true) {
		this.#mayTouch = mayTouch;
		this.#doc = structuredClone(doc);
		this.#name = name;
		this.#random = random;
		this.#maker = new SectionMaker(random, name);
	}

	get doc(): SectionDoc {
		return (this.#shown ??= normalizeSection(structuredClone(this.#doc)));
	}

	do(act: Act = this.#random.pick(acts)): this {
		this.#shown = null;
		this[`_${act}`]();
		this.#doc = normalizeSection(withBlockIds(this.#doc, mintFrom(this.#maker)));
		return this;
	}

	#places(fits: (node: SectionNode, depth: number) => boolean): Place[] {
		const found: Place[] = [];
		const visit = (holder: Holder, depth: number): void => {
			for (const [at, node] of holder.content.entries()) {
				if (fits(node, depth) && this.#mayTouch(node.attrs.id)) found.push({ holder, at, node });
				if (!('content' in node) || node.type === 'paragraph' || node.type === 'heading') continue;
				visit(node as unknown as Holder, depth + 1);
			}
		};
		visit(this.#doc as unknown as Holder, 0);
		return found;
	}

	#some(fits: (node: SectionNode, depth: number) => boolean): Place | null {
		const all = this.#places(fits);
		return all.length > 0 ? this.#random.pick(all) : null;
	}

	#said(): string {
		const word = `${this.#name}${String(this.words.length)}w`;
		this.words.push(word);
		return word;
	}

	#leaf(): { content?: SectionInline[]; attrs: { id: string } } | null {
		const place = this.#some(({ type }) => type === 'paragraph' || type === 'heading');
		return place ? (place.node as { content?: SectionInline[]; attrs: { id: string } }) : null;
	}

	#typed(content: SectionInline[], put: SectionInline): SectionInline[] {
		const at = this.#random.below(content.length + 1);
		const node = content[at];
		if (node?.type !== 'text') return content.toSpliced(at, 0, put);
		const spaces = [...node.text.matchAll(/ /g)].map(({ index }) => index);
		const cut = spaces.length > 0 ? this.#random.pick(spaces) : 0;
		return content
			.toSpliced(at, 1, { ...node, text: node.text.slice(0, cut) }, put, { ...node, text: node.text.slice(cut) })
			.filter((one) => one.type !== 'text' || one.text !== '');
	}

	_type(): void {
		const leaf = this.#leaf();
		if (leaf) leaf.content = this.#typed(leaf.content ?? [], { type: 'text', text: ` ${this.#said()} ` });
	}

	_replace(): void {
		const leaf = this.#leaf();
		if (leaf) leaf.content = [{ type: 'text', text: `${this.#said()} and ${this.#said()}` }];
	}

	_erase(): void {
		const leaf = this.#leaf();
		if (!leaf?.content?.length) return;
		const at = this.#random.below(leaf.content.length);
		leaf.content = leaf.content.toSpliced(at, 1);
	}

	_delete(): void {
		const place = this.#some((node, depth) => depth === 0 || node.type === 'paragraph' || node.type === 'listItem');
		place?.holder.content.splice(place.at, 1);
	}

	_add(): void {
		const block: SectionBlock = { type: 'paragraph', attrs: { id: this.#maker.id() }, content: [{ type: 'text', text: this.#said() }] };
		const place = this.#some(({ type }) => type === 'paragraph');
		if (place) place.holder.content.splice(place.at + this.#random.below(2), 0, block);
		else this.#doc.content.push(block);
	}

	_split(): void {
		const place = this.#some((node) => (node.type === 'paragraph' || node.type === 'heading') && (node.content?.length ?? 0) > 0);
		if (place?.node.type !== 'paragraph' && place?.node.type !== 'heading') return;
		const { content = [] } = place.node;
		const at = this.#random.below(content.length);
		const cut = content[at];
		if (cut?.type !== 'text') return;
		const middle = cut.text.indexOf(' ', this.#random.below(cut.text.length));
		if (middle < 0) return;
		place.node.content = [...content.slice(0, at), { ...cut, text: cut.text.slice(0, middle) }].filter(
			(one) => one.type !== 'text' || one.text !== ''
		);
		const rest: SectionBlock = {
			type: 'paragraph',
			attrs: { id: this.#maker.id() },
			content: [{ ...cut, text: cut.text.slice(middle) }, ...content.slice(at + 1)]
		};
		place.holder.content.splice(place.at + 1, 0, rest);
	}

	_join(): void {
		const place = this.#some(({ type }) => type === 'paragraph');
		const next = place?.holder.content[place.at + 1];
		if (place?.node.type !== 'paragraph' || next?.type !== 'paragraph') return;
		place.node.content = [...(place.node.content ?? []), ...(next.content ?? [])];
		place.holder.content.splice(place.at + 1, 1);
	}

	_heading(): void {
		const place = this.#some((node, depth) => depth === 0 && (node.type === 'paragraph' || node.type === 'heading'));
		if (place?.node.type === 'heading')
			place.holder.content[place.at] = { ...place.node, type: 'paragraph', attrs: { id: place.node.attrs.id } };
		else if (place?.node.type === 'paragraph')
			place.holder.content[place.at] = {
				...place.node,
				type: 'heading',
				attrs: { id: place.node.attrs.id, level: this.#random.pick([1, 2, 3]) }
			};
	}

	_list(): void {
		const place = this.#some((node, depth) => node.type === 'paragraph' && depth < 2);
		if (place?.node.type !== 'paragraph') return;
		const item = { type: 'listItem' as const, attrs: { id: this.#maker.id() }, content: [place.node] };
		place.holder.content[place.at] = { type: 'bulletList', attrs: { id: this.#maker.id() }, content: [item] };
	}

	_unlist(): void {
		const place = this.#some(({ type }) => type === 'bulletList' || type === 'orderedList');
		if (place?.node.type !== 'bulletList' && place?.node.type !== 'orderedList') return;
		place.holder.content.splice(place.at, 1, ...place.node.content.flatMap(({ content }) => content));
	}

	_quote(): void {
		const place = this.#some((node, depth) => depth === 0 && ['paragraph', 'bulletList', 'orderedList'].includes(node.type));
		if (!place) return;
		const isFlow = (node: SectionNode | undefined): boolean => ['paragraph', 'bulletList', 'orderedList'].includes(node?.type ?? '');
		let end = place.at + 1;
		while (end < place.at + 3 && isFlow(place.holder.content[end])) end += 1;
		const content = place.holder.content.slice(place.at, end) as FlowBlock[];
		place.holder.content.splice(place.at, end - place.at, { type: 'blockquote', attrs: { id: this.#maker.id() }, content });
	}

	_move(): void {
		const place = this.#some((_, depth) => depth === 0);
		if (!place) return;
		place.holder.content.splice(place.at, 1);
		place.holder.content.splice(this.#random.below(place.holder.content.length + 1), 0, place.node);
	}

	_copy(): void {
		const place = this.#some((_, depth) => depth === 0);
		if (place) place.holder.content.splice(this.#random.below(place.holder.content.length + 1), 0, structuredClone(place.node));
	}

	_bold(): void {
		const leaf = this.#leaf();
		if (!leaf?.content?.length) return;
		const at = this.#random.below(leaf.content.length);
		const node = leaf.content[at];
		if (node?.type === 'text') leaf.content[at] = { ...node, marks: [{ type: 'bold' }] };
	}

	_footnote(): void {
		const leaf = this.#leaf();
		if (leaf)
			leaf.content = this.#typed(leaf.content ?? [], {
				type: 'footnote',
				attrs: { id: this.#maker.id(), text: `see ${this.#said()}` }
			});
	}

	'_say note'(): void {
		const leaves = this.#places(({ type }) => type === 'paragraph' || type === 'heading');
		const notes = leaves.flatMap(({ node }) =>
			((node as { content?: SectionInline[] }).content ?? []).filter((one) => one.type === 'footnote')
		);
		if (notes.length > 0) this.#random.pick(notes).attrs.text += ` ${this.#said()}`;
	}

	#table(): SectionTable | null {
		const place = this.#some(({ type }) => type === 'table');
		return place?.node.type === 'table' ? place.node : null;
	}

	#cell(text: string) {
		const paragraph = { type: 'paragraph' as const, attrs: { id: this.#maker.id() }, content: [{ type: 'text' as const, text }] };
		return { type: 'tableCell' as const, attrs: { id: this.#maker.id(), colspan: 1, rowspan: 1 }, content: [paragraph] };
	}

	_row(): void {
		const table = this.#table();
		if (!table) return;
		const { columns } = gridOf(table);
		const row = {
			type: 'tableRow' as const,
			attrs: { id: this.#maker.id() },
			content: Array.from({ length: columns }, () => this.#cell(this.#said()))
		};
		table.content.push(row);
	}

	_column(): void {
		const table = this.#table();
		if (!table || table.content.some(({ content }) => content.some(({ attrs }) => attrs.colspan > 1 || attrs.rowspan > 1))) return;
		const at = this.#random.below((table.content[0]?.content.length ?? 0) + 1);
		for (const row of table.content) row.content.splice(at, 0, this.#cell(this.#said()));
	}

	'_no row'(): void {
		const table = this.#table();
		if (table && table.content.length > 1) table.content.splice(this.#random.below(table.content.length), 1);
	}

	'_no column'(): void {
		const table = this.#table();
		if (!table || table.content.some(({ content }) => content.some(({ attrs }) => attrs.colspan > 1 || attrs.rowspan > 1))) return;
		const columns = table.content[0]?.content.length ?? 0;
		const at = this.#random.below(columns);
		if (columns > 1) for (const row of table.content) row.content.splice(at, 1);
	}

	_table(): void {
		this.#doc.content.splice(this.#random.below(this.#doc.content.length + 1), 0, this.#maker.table());
	}

	'_into cell'(): void {
		const table = this.#table();
		const place = this.#some((node, depth) => depth === 0 && node.type === 'paragraph');
		if (!table || place?.node.type !== 'paragraph') return;
		place.holder.content.splice(place.at, 1);
		const cells = table.content.flatMap(({ content }) => content);
		if (cells.length > 0) this.#random.pick(cells).content.push(place.node);
	}

	_picture(): void {
		const attrs = { id: this.#maker.id(), file: someFile, alt: null, caption: this.#said() };
		this.#doc.content.splice(this.#random.below(this.#doc.content.length + 1), 0, { type: 'picture', attrs });
	}
}

function mintFrom(maker: SectionMaker): () => string {
	return () => maker.id();
}

/** A writer's section after some acts; `words` are those of it that it still says. */
export function written(doc: SectionDoc, name: string, random: Random, count: number): Writer {
	const writer = new Writer(doc, name, random);
	for (let act = 0; act < count; act += 1) writer.do();
	return writer;
}
