import type { Comparison } from './edits.ts';
import { sectionLimits, type SectionInline } from './section-doc.ts';
import type { LeafClash, MergedLeaves } from './section-merge-leaves.ts';
import { inlineOf, type SectionLeaf, type SectionTree } from './section-tree.ts';
import { mergeTokens, sectionTokens, type Versions } from './section-words.ts';

type Trees = Versions<SectionTree>;

/** Of what a footnote says, in ms: it is short. */
const patience = 20;

/**
 * The words of footnotes, which merge apart from the blocks that call them, wherever these have moved. A footnote that one
 * changed and that is called nowhere any more is a clash of its block.
 */
export function mergeFootnotes(
	trees: Trees,
	{ leaves, clashes }: Pick<MergedLeaves, 'leaves' | 'clashes'>,
	compare: Comparison
): {
	leaves: Map<string, SectionLeaf>;
	clashes: LeafClash[];
} {
	const { base, standing, coming } = trees;
	const all = [...clashes];
	const shown = new Set(clashes.flatMap((clash) => [...clash.base, ...clash.standing, ...clash.coming].map(({ attrs }) => attrs.id)));
	const clash = (id: string, at: string | null): void => {
		const holders = [base, standing, coming].flatMap((tree) => tree.footnotes.get(id)?.leaf ?? []);
		if (holders.some((leaf) => shown.has(leaf) && clashes.some((one) => holdsAll(one, id, trees)))) return;
		const of = (tree: SectionTree): SectionLeaf[] => {
			const holder = tree.footnotes.get(id)?.leaf ?? holders[0] ?? '';
			return [tree.leaves.get(holder)?.leaf ?? []].flat();
		};
		all.push({ base: of(base), standing: of(standing), coming: of(coming), at });
	};
	const text = (tree: SectionTree, id: string): string | undefined => tree.footnotes.get(id)?.note.attrs.text;
	const called = new Set<string>();
	const said = (id: string, own: string, at: string): string => {
		const [was, theirs, mine] = [text(base, id), text(standing, id), text(coming, id)];
		if (theirs === undefined || mine === undefined) return theirs ?? mine ?? own;
		if (theirs === mine || mine === was) return theirs;
		if (theirs === was) return mine;
		const tokens = (words = '') => sectionTokens(words === '' ? [] : [{ type: 'text', text: words }]);
		const merged = mergeTokens({ base: tokens(was), standing: tokens(theirs), coming: tokens(mine) }, patience, compare);
		const both = merged?.tokens.map(({ key }) => key).join('');
		// Two that are each as long as a footnote may be have no room in one.
		const isTooLong = both !== undefined && both.length > Math.max(sectionLimits.footnote, theirs.length);
		if (!merged || merged.clashes || isTooLong) clash(id, at);
		return both === undefined || isTooLong ? theirs : both;
	};
	const told = new Map(
		[...leaves].map(([id, leaf]): [string, SectionLeaf] => {
			const content = inlineOf(leaf);
			if (leaf.type === 'picture' || !content.some(({ type }) => type === 'footnote')) return [id, leaf];
			const notes = content.map((node): SectionInline => {
				if (node.type !== 'footnote') return node;
				called.add(node.attrs.id);
				return { type: 'footnote', attrs: { id: node.attrs.id, text: said(node.attrs.id, node.attrs.text, id) } };
			});
			return [id, { ...leaf, content: notes }];
		})
	);
	for (const tree of [standing, coming])
		for (const id of tree.footnotes.keys())
			if (!called.has(id) && text(tree, id) !== text(base, id))
				clash(id, leaves.has(tree.footnotes.get(id)?.leaf ?? '') ? tree.footnotes.get(id)!.leaf : null);
	return { leaves: told, clashes: all };
}

/** Whether a clash shows every version of a footnote already. */
function holdsAll(clash: LeafClash, id: string, trees: Trees): boolean {
	return (['standing', 'coming'] as const).every((side) => {
		const leaf = trees[side].footnotes.get(id)?.leaf;
		return leaf === undefined || clash[side].some(({ attrs }) => attrs.id === leaf);
	});
}
