import { Fragment, Slice, type Node } from '@tiptap/pm/model';
import { TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state';
import { ReplaceStep } from '@tiptap/pm/transform';
import { editsBetween, type Edit } from '#lib/model/documents/edits.ts';
import { textTokens } from '#lib/model/documents/tokens.ts';

/*
 * A merged document comes into the open editor by the smallest steps: blocks that stayed are not touched, and of a block in
 * which words changed only those words. So the caret, what is selected and what can be undone stay with the writer.
 */

/** Milliseconds for the words of one block; beyond, all between its first and its last change is one. */
const patience = 20;

const idOf = (node: Node): string => String(node.attrs.id ?? '');

/** Whether one may become the other where it stands. */
function becomes(old: Node, now: Node): boolean {
	if (old.isTextblock) return now.isTextblock;
	if (old.type === now.type) return true;
	const list = (node: Node): boolean => node.type.name.endsWith('List');
	const cell = (node: Node): boolean => /^table(?:Cell|Header)$/.test(node.type.name);
	return (list(old) && list(now)) || (cell(old) && cell(now));
}

/** Of places in the old order the longest sequence that goes up; what is not in it has moved. */
function goingUp(places: readonly number[]): Set<number> {
	const ends: number[] = [];
	const before = new Map<number, number | undefined>();
	for (const place of places) {
		const at = ends.findIndex((end) => end >= place);
		const to = at === -1 ? ends.length : at;
		before.set(place, ends[to - 1]);
		ends[to] = place;
	}
	const kept = new Set<number>();
	for (let place = ends.at(-1); place !== undefined; place = before.get(place)) kept.add(place);
	return kept;
}

function put(tr: Transaction, from: number, to: number, content: Fragment): void {
	if (from !== to || content.size > 0) tr.step(new ReplaceStep(from, to, new Slice(content, 0, 0)));
}

/** A piece of a line with its marks: a word or a sign, or what is no text. */
interface Piece {
	key: string;
	size: number;
}

function piecesOf(content: Fragment, from: number, to: number): Piece[] {
	return content.cut(from, to).content.flatMap((node): Piece[] => {
		const marks = JSON.stringify(node.marks);
		if (!node.isText) return [{ key: `${JSON.stringify(node.toJSON())}`, size: node.nodeSize }];
		return textTokens(node.text ?? '').map((token) => ({ key: `${token}\n${marks}`, size: token.length }));
	});
}

/** What changed from one line of words to another, in positions within them. */
function wordEdits(old: Fragment, now: Fragment): Edit[] {
	const first = old.findDiffStart(now);
	const ends = old.findDiffEnd(now);
	if (first === null || ends === null) return [];
	// What both begin with may overlap what both end with.
	const overlap = Math.max(0, first - Math.min(ends.a, ends.b));
	const [before, after] = [piecesOf(old, first, ends.a + overlap), piecesOf(now, first, ends.b + overlap)];
	const keys = (pieces: readonly Piece[]): string[] => pieces.map(({ key }) => key);
	const reach = (pieces: readonly Piece[]): number[] => pieces.reduce((all, { size }) => [...all, (all.at(-1) ?? first) + size], [first]);
	const [oldAt, nowAt] = [reach(before), reach(after)];
	const all = { start: 0, end: before.length, newStart: 0, newEnd: after.length };
	return (editsBetween(keys(before), keys(after), patience) ?? [all]).map(({ start, end, newStart, newEnd }) => ({
		start: oldAt[start]!,
		end: oldAt[end]!,
		newStart: nowAt[newStart]!,
		newEnd: nowAt[newEnd]!
	}));
}

/** The block at `pos` becomes `now`. */
function takeBlock(tr: Transaction, pos: number, old: Node, now: Node): void {
	if (old.eq(now)) return;
	if (old.isTextblock) {
		for (const { start, end, newStart, newEnd } of wordEdits(old.content, now.content).toReversed())
			put(tr, pos + 1 + start, pos + 1 + end, now.content.cut(newStart, newEnd));
	} else takeBlocks(tr, pos + 1, old, now);
	if (!old.sameMarkup(now)) tr.setNodeMarkup(pos, now.type, now.attrs, now.marks);
}

/** The blocks within `old`, whose content begins at `start`, become those within `now`; from the last to the first. */
function takeBlocks(tr: Transaction, start: number, old: Node, now: Node): void {
	const places = new Map<string, number>();
	old.forEach((child, _offset, n) => void places.set(idOf(child), n));
	const offsets: number[] = [];
	old.forEach((_child, offset) => void offsets.push(offset));
	offsets.push(old.content.size);
	const stayed = now.content.content.flatMap((child) => {
		const place = places.get(idOf(child));
		return place !== undefined && becomes(old.child(place), child) ? [place] : [];
	});
	const kept = goingUp(stayed);
	let [oldEnd, nowEnd] = [old.childCount, now.childCount];
	const between = (oldFrom: number, nowFrom: number): void => {
		const fresh = Fragment.from(now.content.content.slice(nowFrom, nowEnd));
		put(tr, start + offsets[oldFrom]!, start + offsets[oldEnd]!, fresh);
	};
	for (let n = now.childCount - 1; n >= 0; n -= 1) {
		const child = now.child(n);
		const place = places.get(idOf(child));
		if (place === undefined || !kept.has(place) || !becomes(old.child(place), child)) continue;
		between(place + 1, n + 1);
		takeBlock(tr, start + offsets[place]!, old.child(place), child);
		[oldEnd, nowEnd] = [place, n];
	}
	between(0, 0);
}

/** Where a place among the words of a block is after that block was put elsewhere as a whole. */
function placeAfter(before: Node, after: Node, pos: number): number | null {
	const { parent, parentOffset } = before.resolve(pos);
	let found: number | null = null;
	after.descendants((node, at) => {
		if (found !== null || !node.isTextblock || !parent.isTextblock || idOf(node) !== idOf(parent)) return found === null;
		const edits = wordEdits(parent.content, node.content).filter(({ start }) => start < parentOffset);
		const within = edits.reduce((_offset, { end, newEnd }) => newEnd + Math.max(0, parentOffset - end), parentOffset);
		found = at + 1 + within;
		return false;
	});
	return found;
}

/** What is selected stays at its words also where their block was put elsewhere as a whole. */
function keepSelection(tr: Transaction, { selection, doc }: EditorState): void {
	if (!(selection instanceof TextSelection)) return;
	const [anchor, head] = [selection.anchor, selection.head].map((pos) => {
		const mapped = tr.mapping.mapResult(pos);
		return (mapped.deletedAcross ? placeAfter(doc, tr.doc, pos) : null) ?? mapped.pos;
	});
	if (anchor === undefined || head === undefined) return;
	const [$anchor, $head] = [tr.doc.resolve(anchor), tr.doc.resolve(head)];
	if (!tr.selection.eq(selection) || tr.selection.anchor !== anchor) tr.setSelection(TextSelection.between($anchor, $head));
}

/**
 * The steps that make `doc` of what stands in the editor; none where they are equal. They cannot be undone by the writer,
 * whose own steps can be undone as before.
 * @throws {RangeError} where `doc` does not follow the schema
 */
export function takeSteps(state: EditorState, doc: Node): Transaction {
	const { tr } = state;
	try {
		takeBlocks(tr, 0, state.doc, doc);
	} catch (error) {
		if (!(error instanceof RangeError)) throw error;
	}
	// Steps that would have broken a rule on the way: all at once breaks none.
	const whole = tr.doc.eq(doc) ? tr : state.tr.replaceWith(0, state.doc.content.size, doc.content);
	keepSelection(whole, state);
	return whole.setMeta('addToHistory', false).setMeta('taken', true);
}
