import type { Definition, List, ListItem as ListItemNode, Nodes, Parents, Root } from 'mdast';
import type { Block, Doc, Inline, ListItem } from './doc.ts';
import { isLinkable } from './href.ts';
import { fromLines, plain, type Run } from './inline.ts';
import { docLimits } from './limits.ts';
import { isLanguageName } from './normalize.ts';

type Marks = Omit<Run, 'text'>;
type Definitions = Map<string, Definition>;

/** Written for a thematic break, which posts do not have. */
const rule = '———';

/** Reads one tree; without recursion where nesting has no limit of its own. */
class Reader {
	readonly #definitions: Definitions = new Map();
	readonly #used = new Set<Definition>();

	constructor(tree: Root) {
		for (const node of descendants(tree)) {
			if (node.type !== 'definition') continue;
			if (!this.#definitions.has(node.identifier)) this.#definitions.set(node.identifier, node);
		}
		for (const node of descendants(tree)) {
			if (node.type !== 'linkReference' && node.type !== 'imageReference') continue;
			const definition = this.#definitions.get(node.identifier);
			if (definition) this.#used.add(definition);
		}
	}

	blocks(nodes: readonly Nodes[], depth: number): Block[] {
		return nodes.flatMap((node) => this.#block(node, depth));
	}

	#block(node: Nodes, depth: number): Block[] {
		const tooDeep = depth >= docLimits.depth;
		switch (node.type) {
			case 'blockquote':
				if (tooDeep) return this.#flat(node);
				return [{ type: 'blockquote', content: this.blocks(node.children, depth + 1) }];
			case 'list':
				return tooDeep ? this.#flat(node) : [this.#list(node, depth)];
			default:
				return this.#leaf(node);
		}
	}

	#list(node: List, depth: number): Block {
		const content = node.children.map((item: ListItemNode): ListItem => {
			return { type: 'listItem', content: this.blocks(item.children, depth + 1) };
		});
		if (!node.ordered) return { type: 'bulletList', content };
		return { type: 'orderedList', attrs: { start: node.start ?? 1 }, content };
	}

	/** What is nested deeper than a document may be: its paragraphs one after the other. */
	#flat(node: Parents): Block[] {
		const leaves: Block[] = [];
		const open: Nodes[] = node.children.toReversed();
		for (let next = open.pop(); next; next = open.pop()) {
			if (next.type === 'blockquote' || next.type === 'list' || next.type === 'listItem')
				for (const child of next.children.toReversed()) open.push(child);
			else leaves.push(...this.#leaf(next));
		}
		return leaves;
	}

	#leaf(node: Nodes): Block[] {
		switch (node.type) {
			case 'paragraph':
				return [{ type: 'paragraph', content: this.#inlines(node, plain) }];
			case 'heading':
				return [{ type: 'paragraph', content: this.#inlines(node, { ...plain, bold: true }) }];
			case 'code':
				return [codeBlock(node.lang, node.meta, node.value)];
			case 'thematicBreak':
				return [literal(rule)];
			case 'html':
				return [literal(node.value)];
			case 'definition':
				return this.#used.has(node) ? [] : [literal(`[${node.label ?? node.identifier}]: ${target(node)}`)];
			default:
				return [];
		}
	}

	#inlines(parent: Parents, marks: Marks): Inline[] {
		const runs: Run[] = [];
		const open: { node: Nodes; marks: Marks }[] = [];
		const enter = (children: readonly Nodes[], inner: Marks): void => {
			for (const node of children.toReversed()) open.push({ node, marks: inner });
		};
		const say = (text: string, inner: Marks): void => {
			runs.push({ ...inner, text });
		};
		enter(parent.children, marks);
		for (let next = open.pop(); next; next = open.pop()) {
			const { node, marks: inner } = next;
			switch (node.type) {
				case 'text':
				case 'html':
					say(node.value, inner);
					break;
				case 'inlineCode':
					say(node.value, inner.href === null ? { ...plain, code: true } : inner);
					break;
				case 'break':
					say('\n', inner);
					break;
				case 'strong':
					enter(node.children, { ...inner, bold: true });
					break;
				case 'emphasis':
					enter(node.children, { ...inner, italic: true });
					break;
				case 'link':
					this.#link(node.children, node, inner, enter);
					break;
				case 'image':
					this.#link([words(node.alt || node.url)], node, inner, enter);
					break;
				case 'linkReference':
				case 'imageReference': {
					const definition = this.#definitions.get(node.identifier);
					const children = node.type === 'linkReference' ? node.children : [words(node.alt ?? '')];
					if (definition) this.#link(children, definition, inner, enter);
					break;
				}
			}
		}
		return fromLines([runs]);
	}

	/** A link where it may lead, else its words with the address behind them; a title is said in brackets. */
	#link(
		children: readonly Nodes[],
		to: { url: string; title?: string | null },
		marks: Marks,
		enter: (children: readonly Nodes[], inner: Marks) => void
	): void {
		const linked = marks.href === null && isLinkable(to.url);
		const said = linked ? (to.title ?? '') : target(to);
		const only = children[0];
		const repeats = children.length === 1 && only?.type === 'text' && only.value === said;
		if (said !== '' && !repeats) enter([words(` (${said})`)], marks);
		enter(children, linked ? { ...marks, href: to.url } : marks);
	}
}

function* descendants(tree: Root): Generator<Nodes> {
	const open: Nodes[] = [tree];
	for (let next = open.pop(); next; next = open.pop()) {
		yield next;
		if ('children' in next) for (const child of next.children.toReversed()) open.push(child);
	}
}

function words(value: string): Nodes {
	return { type: 'text', value };
}

function target(to: { url: string; title?: string | null }): string {
	return to.title ? `${to.url} "${to.title}"` : to.url;
}

function literal(text: string): Block {
	return { type: 'paragraph', content: [{ type: 'text', text }] };
}

/** A line behind the fence that is no plain name of a language stays as the first line of the code. */
function codeBlock(lang: string | null | undefined, meta: string | null | undefined, value: string): Block {
	const info = [lang, meta].filter(Boolean).join(' ');
	const named = info !== '' && isLanguageName(info);
	const text = info === '' || named ? value : `${info}\n${value}`;
	return {
		type: 'codeBlock',
		attrs: { language: named ? info : null },
		content: text === '' ? [] : [{ type: 'text', text }]
	};
}

/** A parsed tree as a document, not yet in canonical shape. */
export function fromMdast(tree: Root): Doc {
	return { type: 'doc', content: new Reader(tree).blocks(tree.children, 0) };
}
