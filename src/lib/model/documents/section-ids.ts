import type { SectionDoc } from './section-doc.ts';

/* Ids of blocks: given once, kept for life, and each of them once in a document. */

/** A document as an editor or a paste has it: some ids are missing, some stand twice. */
export interface LooseNode {
	type: string;
	attrs?: { id?: unknown; text?: unknown; file?: unknown } | null;
	content?: readonly LooseNode[];
}

const form = /^[0-9a-z]{4,16}$/;
const digits = '0123456789abcdefghijklmnopqrstuvwxyz';
const length = 8;

export function isBlockId(id: unknown): id is string {
	return typeof id === 'string' && form.test(id);
}

/** A new id. */
export function mintBlockId(): string {
	return Array.from(crypto.getRandomValues(new Uint32Array(length)), (number) => digits.charAt(number % 36)).join('');
}

/** An id that follows from what it stands for, where the same input must give the same document. */
export function derivedId(...from: readonly string[]): string {
	// FNV-1a, twice with different beginnings.
	let [one, other] = [0x811c9dc5, 0x9747b28c];
	for (const letter of from.join('\n')) {
		const code = letter.codePointAt(0) ?? 0;
		one = Math.imul(one ^ code, 0x01000193);
		other = Math.imul(other ^ code, 0x01000193) + 1;
	}
	const part = (number: number): string => (number >>> 0).toString(36).padStart(7, '0');
	return part(one) + part(other);
}

/** Ids that follow from a beginning, one after the other: for a merge, which gives the same each time. */
export function derivedIds(from: string): () => string {
	let count = 0;
	return () => derivedId(from, String((count += 1)));
}

const unnamed = ['doc', 'text', 'hardBreak'];

/** Every node that has an id or needs one, in the order of reading. */
function* named(node: LooseNode): Generator<LooseNode> {
	if (!unnamed.includes(node.type)) yield node;
	for (const child of node.content ?? []) yield* named(child);
}

/** The ids of a document, in the order of reading. */
export function blockIdsOf(doc: LooseNode): string[] {
	return [...named(doc)].map(({ attrs }) => attrs?.id).filter(isBlockId);
}

/** What is compared of two holders of one id. */
function wordsOf(node: LooseNode & { text?: string }): string {
	if (node.type === 'footnote' || node.type === 'picture') return JSON.stringify([node.attrs?.text, node.attrs?.file]);
	return (node.text ?? '') + (node.content ?? []).map(wordsOf).join(' ');
}

interface Holder {
	node: LooseNode;
	/** Its number in the order of reading. */
	at: number;
	/** What stands around and before it, by ids. */
	place: string;
}

function holdersIn(doc: LooseNode): Map<string, Holder[]> {
	const holders = new Map<string, Holder[]>();
	let at = 0;
	const visit = (node: LooseNode, around: string): void => {
		let before = '';
		for (const child of node.content ?? []) {
			if (unnamed.includes(child.type)) continue;
			at += 1;
			const id = child.attrs?.id;
			const holder = { node: child, at, place: `${around}/${before}` };
			before = isBlockId(id) ? id : '';
			if (isBlockId(id)) {
				const all = holders.get(id);
				if (all) all.push(holder);
				else holders.set(id, [holder]);
			}
			visit(child, before);
		}
	};
	visit(doc, '');
	return holders;
}

/** Which holder keeps each id, by its number in the order of reading. */
function keepersOf(doc: LooseNode, before: LooseNode | null): Set<number> {
	const all = [...holdersIn(doc)];
	const known = before && all.some(([, holders]) => holders.length > 1) ? holdersIn(before) : null;
	return new Set(
		all.flatMap(([id, holders]) => {
			const old = known?.get(id)?.[0];
			const [first] = holders;
			if (!first) return [];
			if (!old) return [first.at];
			const said = wordsOf(old.node);
			// A copy stands elsewhere; the block itself stays where it was, also while somebody types in it.
			const likeness = ({ node, place }: Holder): number =>
				(place === old.place ? 2 : 0) + (node.type === old.node.type && wordsOf(node) === said ? 1 : 0);
			return [holders.reduce((best, holder) => (likeness(holder) > likeness(best) ? holder : best), first).at];
		})
	);
}

/**
 * The same document with an id on every block, row, cell, item and footnote, none of them twice. The first holder of an id in
 * the order of reading keeps it, unless `before`, the document as it was, says which one stood there: so a pasted copy gets a
 * new id, and what was cut and pasted keeps its own.
 * @param mint a new id; asked again where one is taken
 */
export function withBlockIds(doc: LooseNode, mint: () => string = mintBlockId, before: LooseNode | null = null): SectionDoc {
	const keepers = keepersOf(doc, before);
	// An id that was somebody's before is not given to somebody else.
	const taken = new Set([...blockIdsOf(doc), ...(before ? blockIdsOf(before) : [])]);
	const fresh = (): string => {
		let id = mint();
		while (taken.has(id)) id = mint();
		taken.add(id);
		return id;
	};
	let at = 0;
	const visit = (node: LooseNode): LooseNode => {
		const isNamed = !unnamed.includes(node.type);
		if (isNamed) at += 1;
		const attrs = isNamed && { attrs: { ...node.attrs, id: keepers.has(at) ? node.attrs?.id : fresh() } };
		return { ...node, ...attrs, ...(node.content && { content: node.content.map(visit) }) };
	};
	return visit(doc) as unknown as SectionDoc;
}
