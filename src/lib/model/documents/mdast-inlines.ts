import type { Definition, Nodes, Parents } from 'mdast';
import type { Inline } from './doc.ts';
import { isLinkable } from './href.ts';
import { fromLines, plain, type Run } from './inline.ts';

export type Marks = Omit<Run, 'text'>;
export type Definitions = ReadonlyMap<string, Definition>;

interface Target {
	url: string;
	title?: string | null;
}
interface Step {
	nodes: readonly Nodes[];
	marks: Marks;
}

function words(value: string): Nodes {
	return { type: 'text', value };
}

/** An address and its title, as words. */
export function targetWords(to: Target): string {
	return to.title ? `${to.url} "${to.title}"` : to.url;
}

/** A link where it may lead, else its words with the address behind them; a title is said in brackets. */
function linkSteps(children: readonly Nodes[], to: Target, marks: Marks): Step[] {
	const linked = marks.href === null && isLinkable(to.url);
	const said = linked ? (to.title ?? '') : targetWords(to);
	const only = children[0];
	const repeats = children.length === 1 && only?.type === 'text' && only.value === said;
	const inside = { nodes: children, marks: linked ? { ...marks, href: to.url } : marks };
	return said === '' || repeats ? [inside] : [inside, { nodes: [words(` (${said})`)], marks }];
}

/** What a node says itself, or what it holds. */
function read(node: Nodes, marks: Marks, definitions: Definitions): Run | Step[] {
	if (node.type === 'text' || node.type === 'html') return { ...marks, text: node.value };
	if (node.type === 'inlineCode') {
		return { ...(marks.href === null ? { ...plain, code: true } : marks), text: node.value };
	}
	if (node.type === 'break') return { ...marks, text: '\n' };
	if (node.type === 'strong') return [{ nodes: node.children, marks: { ...marks, bold: true } }];
	if (node.type === 'emphasis') return [{ nodes: node.children, marks: { ...marks, italic: true } }];
	if (node.type === 'link') return linkSteps(node.children, node, marks);
	if (node.type === 'image') return linkSteps([words(node.alt || node.url)], node, marks);
	if (node.type !== 'linkReference' && node.type !== 'imageReference') return [];
	const definition = definitions.get(node.identifier);
	const children = node.type === 'linkReference' ? node.children : [words(node.alt ?? '')];
	return definition ? linkSteps(children, definition, marks) : [{ nodes: children, marks }];
}

/** The inline content of a parsed paragraph or heading, without recursion: its nesting has no limit. */
export function readInlines(parent: Parents, marks: Marks, definitions: Definitions): Inline[] {
	const runs: Run[] = [];
	const open: { node: Nodes; marks: Marks }[] = [];
	const enter = (steps: readonly Step[]): void => {
		for (const step of steps.toReversed()) for (const node of step.nodes.toReversed()) open.push({ node, marks: step.marks });
	};
	enter([{ nodes: parent.children, marks }]);
	for (let next = open.pop(); next; next = open.pop()) {
		const found = read(next.node, next.marks, definitions);
		if (Array.isArray(found)) enter(found);
		else runs.push(found);
	}
	return fromLines([runs]);
}
