import { sectionLimits } from './section-doc.ts';

/** Why a section is refused before its shape is looked at. */
export interface SectionFault {
	code: 'too_large' | 'unknown_node' | 'unknown_mark' | 'misplaced_node';
	path: (string | number)[];
	/** Of the node or mark. */
	name?: string;
}

/** Characters of all addresses together. */
const addresses = 300_000;

const flow = ['paragraph', 'bulletList', 'orderedList'];
const inline = ['text', 'hardBreak', 'footnote'];
/** What each node may hold. */
const holds = new Map<unknown, readonly string[]>([
	['doc', [...flow, 'heading', 'blockquote', 'picture', 'table']],
	['paragraph', inline],
	['heading', inline],
	['bulletList', ['listItem']],
	['orderedList', ['listItem']],
	['listItem', flow],
	['blockquote', flow],
	['table', ['tableRow']],
	['tableRow', ['tableCell', 'tableHeader']],
	['tableCell', flow],
	['tableHeader', flow]
]);
const known = new Set(['doc', ...[...holds.values()].flat()]);
const marks = new Set<unknown>(['bold', 'italic', 'link']);
const containers = new Set<unknown>(['listItem', 'blockquote', 'tableCell', 'tableHeader']);

interface OpenNode {
	node: { type?: unknown; content?: unknown; marks?: unknown };
	path: (string | number)[];
	level: number;
	/** List items, quotations and cells around it. */
	around: number;
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const named = (name: string): string => name.slice(0, 60);

function faultOfMarks(on: unknown, path: (string | number)[]): SectionFault | number {
	if (!Array.isArray(on)) return 0;
	let length = 0;
	for (const [place, mark] of on.slice(0, 8).entries()) {
		if (!isObject(mark)) continue;
		const { type, attrs } = mark;
		if (typeof type === 'string' && !marks.has(type))
			return { code: 'unknown_mark', path: [...path, 'marks', place, 'type'], name: named(type) };
		const href = isObject(attrs) ? attrs.href : '';
		length += typeof href === 'string' ? href.length : 0;
	}
	return length;
}

/**
 * Whether a value is small and flat enough to be looked at, and holds nothing unknown: counted without recursion, before
 * anything else. Null where it is.
 */
export function sectionBounds(value: unknown): SectionFault | null {
	if (!isObject(value)) return null;
	const open: OpenNode[] = [{ node: value, path: [], level: 0, around: 0 }];
	let nodes = 0;
	let length = 0;
	for (let next = open.pop(); next; next = open.pop()) {
		const { node, path, level } = next;
		const around = next.around + (containers.has(node.type) ? 1 : 0);
		if (level > 3 * sectionLimits.depth + 4 || around > sectionLimits.depth) return { code: 'too_large', path };
		const marked = faultOfMarks(node.marks, path);
		if (typeof marked !== 'number') return marked;
		length += marked;
		const { content } = node;
		nodes += Array.isArray(content) ? content.length : 0;
		if (nodes > sectionLimits.nodes || length > addresses) return { code: 'too_large', path };
		if (!Array.isArray(content)) continue;
		const allowed = holds.get(node.type);
		for (const [place, child] of (content as unknown[]).entries()) {
			if (!isObject(child)) continue;
			const at = [...path, 'content', place];
			const { type } = child;
			if (typeof type === 'string') {
				if (!known.has(type)) return { code: 'unknown_node', path: [...at, 'type'], name: named(type) };
				if (allowed && !allowed.includes(type)) return { code: 'misplaced_node', path: [...at, 'type'], name: type };
			}
			open.push({ node: child, path: at, level: level + 1, around });
		}
	}
	return null;
}
