import type { Node } from '@tiptap/pm/model';
import type { HeadingLevel } from '#lib/model/documents/section-doc.ts';

/** What is kindly said of a text while it is written: papers for the public must be accessible. */
export type Hint =
	| { kind: 'picture'; id: string; pos: number }
	/** A heading whose level skips one; `fits` is the level that would not. */
	| { kind: 'level'; id: string; pos: number; words: string; fits: HeadingLevel };

const levels: readonly HeadingLevel[] = [1, 2, 3];

/** The level of the last heading before a position; 0 where there is none. */
function levelBefore(doc: Node, pos: number): number {
	let level = 0;
	doc.forEach((node, offset) => {
		if (node.type.name === 'heading' && offset + node.nodeSize <= pos) level = Number(node.attrs.level);
	});
	return level;
}

/** The levels that a heading at this position can have without skipping one. */
export function levelsAt(doc: Node, pos: number): HeadingLevel[] {
	const before = levelBefore(doc, doc.resolve(pos).before(1));
	return levels.filter((level) => level <= before + 1);
}

/** What is good to look at, in the order of reading. */
export function hintsIn(doc: Node): Hint[] {
	const hints: Hint[] = [];
	let before = 0;
	doc.forEach((node, pos) => {
		const id = String(node.attrs.id);
		if (node.type.name === 'picture' && node.attrs.alt === null) hints.push({ kind: 'picture', id, pos });
		if (node.type.name !== 'heading') return;
		const level = Number(node.attrs.level);
		const fits = levels[before];
		if (level > before + 1 && fits) hints.push({ kind: 'level', id, pos, words: node.textContent, fits });
		before = level;
	});
	return hints;
}
