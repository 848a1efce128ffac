import type { BlockContent, ListItem as ListItemNode, PhrasingContent, Root } from 'mdast';
import type { Block, Doc, ListItem } from './doc.ts';
import { toLines, type Run } from './inline.ts';

/** A mark that is still to be written as a node around runs. */
type Wrap = 'href' | 'bold' | 'italic';
const wraps: readonly Wrap[] = ['href', 'bold', 'italic'];

/** How many runs from `at` on are marked as the one there is. */
function extent(runs: readonly Run[], at: number, wrap: Wrap): number {
	const value = runs[at]?.[wrap];
	if (!value) return 0;
	const end = runs.findIndex((run, index) => index > at && run[wrap] !== value);
	return (end === -1 ? runs.length : end) - at;
}

/** Flat runs as a tree: of the marks that begin at a run, the one that reaches furthest is the outer one. */
function phrasing(runs: readonly Run[], open: readonly Wrap[] = []): PhrasingContent[] {
	const nodes: PhrasingContent[] = [];
	let until = 0;
	for (const [at, run] of runs.entries()) {
		if (at < until) continue;
		const [wrap, length] = wraps
			.filter((one) => !open.includes(one))
			.map((one) => [one, extent(runs, at, one)] as const)
			.reduce((best, one) => (one[1] > best[1] ? one : best), ['bold', 0] as const);
		if (length === 0) {
			nodes.push({ type: run.code ? 'inlineCode' : 'text', value: run.text });
			continue;
		}
		until = at + length;
		const children = phrasing(runs.slice(at, until), [...open, wrap]);
		if (wrap === 'bold') nodes.push({ type: 'strong', children });
		else if (wrap === 'italic') nodes.push({ type: 'emphasis', children });
		else nodes.push(linkNode(run.href ?? '', children));
	}
	return nodes;
}

function linkNode(href: string, children: PhrasingContent[]): PhrasingContent {
	const [only] = children;
	const literal = children.length === 1 && only?.type === 'text' && only.value === href && /^https?:/i.test(href);
	if (literal) return { type: 'html', value: `<${href}>` };
	return { type: 'link', url: href, children: children as Extract<PhrasingContent, { type: 'link' }>['children'] };
}

/** Whether an item's blocks can follow one another without an empty line: a paragraph and then a plain list. */
function isTight([first, second, ...more]: readonly Block[]): boolean {
	if (!second) return true;
	if (more.length > 0 || first?.type !== 'paragraph') return false;
	if (second.type !== 'bulletList' && second.type !== 'orderedList') return false;
	const begins = second.content[0]?.content[0];
	const counted = second.type === 'bulletList' || (second.attrs?.start ?? 1) === 1;
	return counted && begins?.type === 'paragraph' && begins.content !== undefined;
}

function itemNode(item: ListItem): ListItemNode {
	const [first, ...rest] = item.content;
	const content = first?.type === 'paragraph' && !first.content ? rest : item.content;
	return { type: 'listItem', spread: !isTight(content), children: content.map(blockNode) };
}

function blockNode(block: Block): BlockContent {
	switch (block.type) {
		case 'paragraph': {
			const children = toLines(block.content ?? []).flatMap((line): PhrasingContent[] => [{ type: 'break' }, ...phrasing(line)]);
			return { type: 'paragraph', children: children.slice(1) };
		}
		case 'codeBlock':
			return { type: 'code', lang: block.attrs?.language, value: block.content?.[0]?.text ?? '' };
		case 'blockquote':
			return { type: 'blockquote', children: block.content.map(blockNode) };
		case 'bulletList':
			return { type: 'list', ordered: false, spread: false, children: block.content.map(itemNode) };
		case 'orderedList':
			return {
				type: 'list',
				ordered: true,
				start: block.attrs?.start ?? 1,
				spread: false,
				children: block.content.map(itemNode)
			};
	}
}

/** A document in canonical shape as Markdown's syntax tree. */
export function toMdast(doc: Doc): Root {
	const blocks = doc.content.filter((block) => block.type !== 'paragraph' || block.content);
	return { type: 'root', children: blocks.map(blockNode) };
}
