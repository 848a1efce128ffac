import type { Definition, List, ListItem as ListItemNode, Nodes, Parents, Root } from 'mdast';
import type { Block, Doc, ListItem } from './doc.ts';
import { plain } from './inline.ts';
import { docLimits } from './limits.ts';
import { readInlines, targetWords } from './mdast-inlines.ts';
import { isLanguageName } from './normalize.ts';

/** Written for a thematic break, which posts do not have. */
const rule = '———';

/** Reads one tree; without recursion where nesting has no limit of its own. */
class Reader {
	readonly #definitions = new Map<string, Definition>();
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
				return [{ type: 'paragraph', content: readInlines(node, plain, this.#definitions) }];
			case 'heading':
				return [
					{
						type: 'paragraph',
						content: readInlines(node, { ...plain, bold: true }, this.#definitions)
					}
				];
			case 'code':
				return [codeBlock(node.lang, node.meta, node.value)];
			case 'thematicBreak':
				return [literal(rule)];
			case 'html':
				return [literal(node.value)];
			case 'definition':
				return this.#used.has(node) ? [] : [literal(`[${node.label ?? node.identifier}]: ${targetWords(node)}`)];
			default:
				return [];
		}
	}
}

function* descendants(tree: Root): Generator<Nodes> {
	const open: Nodes[] = [tree];
	for (let next = open.pop(); next; next = open.pop()) {
		yield next;
		if ('children' in next) for (const child of next.children.toReversed()) open.push(child);
	}
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
