import type { SectionDoc } from './section-doc.ts';
import type { LooseNode } from './section-ids.ts';
import { bagOf, sharedWords } from './section-runs.ts';
import { inlineOf, isLeaf, leafKind, treeOf, type SectionBranch, type SectionTree } from './section-tree.ts';

/*
 * What came without its ids (plain text, another program's document) is found again: blocks by their words, what holds them by
 * what it holds.
 */

/** From how much of their words two blocks are the same block. */
const alike = 0.5;
/** How many blocks between two that are known may be compared with one another. */
const most = 60;

class Alignment {
	/** Ids of the other document, and those of the base that they are. */
	readonly is = new Map<string, string>();
	readonly #base: SectionTree;
	readonly #other: SectionTree;
	readonly #taken: Set<string>;

	constructor(base: SectionTree, other: SectionTree) {
		this.#base = base;
		this.#other = other;
		this.#taken = new Set(
			[...base.nodes.keys(), ...base.footnotes.keys()].filter((id) => other.nodes.has(id) || other.footnotes.has(id))
		);
		this.#sameWords();
		this.#likeWords();
		this.#branches();
		this.#cells();
		this.#footnotes();
	}

	#set(id: string, base: string): void {
		this.is.set(id, base);
		this.#taken.add(base);
	}

	/** Whether it has no counterpart yet, and its words are enough to find one by. */
	#isOpen(id: string): boolean {
		return !this.#base.nodes.has(id) && !this.is.has(id);
	}

	/** What says exactly the same, in order; a footnote is known by its words. */
	#sameWords(): void {
		const said = (tree: SectionTree, id: string): string => {
			const leaf = tree.leaves.get(id)?.leaf;
			if (leaf?.type === 'picture') return leafKind(leaf);
			const content = leaf ? inlineOf(leaf) : [];
			return content
				.map((node) => (node.type === 'text' ? node.text : node.type === 'footnote' ? `\u0001${node.attrs.text}\u0002` : '\n'))
				.join('');
		};
		const waiting = new Map<string, string[]>();
		for (const id of this.#base.order.filter((one) => !this.#taken.has(one))) {
			const key = said(this.#base, id);
			waiting.set(key, [...(waiting.get(key) ?? []), id]);
		}
		for (const id of this.#other.order.filter((one) => this.#isOpen(one))) {
			const key = said(this.#other, id);
			const same = key === '' ? undefined : waiting.get(key)?.shift();
			if (same !== undefined) this.#set(id, same);
		}
	}

	/** What says much the same, between the same neighbours. */
	#likeWords(): void {
		const places = new Map(this.#base.order.map((id, place) => [id, place]));
		let from = 0;
		let open: string[] = [];
		const close = (to: number): void => {
			const before = this.#base.order.slice(from, to).filter((id) => !this.#taken.has(id));
			if (open.length <= most && before.length <= most) this.#likest(open, before);
			open = [];
		};
		for (const id of this.#other.order) {
			const known = places.get(this.is.get(id) ?? id);
			if (known === undefined) open.push(id);
			else if (known >= from) {
				close(known);
				from = known + 1;
			}
		}
		close(this.#base.order.length);
	}

	#likest(open: readonly string[], before: readonly string[]): void {
		const bags = before.map((id) => ({ id, bag: bagOf(this.#base.leaves.get(id)?.leaf) }));
		const size = (bag: Map<string, number>): number => [...bag.values()].reduce((sum, count) => sum + count, 0);
		const pairs = open.flatMap((id) => {
			const bag = bagOf(this.#other.leaves.get(id)?.leaf);
			return bags.map((other) => ({
				id,
				to: other.id,
				share: (2 * sharedWords(bag, other.bag)) / Math.max(1, size(bag) + size(other.bag))
			}));
		});
		for (const { id, to, share } of pairs.sort((one, other) => other.share - one.share))
			if (share >= alike && this.#isOpen(id) && !this.#taken.has(to)) this.#set(id, to);
	}

	/** What holds most of what something of the base held, level by level. */
	#branches(): void {
		const votes = new Map<string, Map<string, number>>();
		const level = (ids: readonly string[]): string[] => {
			const holders = new Set<string>();
			for (const id of ids) {
				const holder = this.#other.nodes.get(id)?.parent;
				// What kept its id was put into a new holder by somebody who meant that.
				const held = this.#base.nodes.get(this.is.get(id) ?? '')?.parent;
				if (holder === null || holder === undefined) continue;
				holders.add(holder);
				if (held === null || held === undefined || !this.#isAlike(holder, held)) continue;
				const own = votes.get(holder) ?? new Map<string, number>();
				votes.set(holder, own.set(held, (own.get(held) ?? 0) + 1));
			}
			for (const holder of holders) {
				const [best] = [...(votes.get(holder) ?? [])].sort(([, one], [, other]) => other - one);
				if (best && this.#isOpen(holder) && !this.#taken.has(best[0])) this.#set(holder, best[0]);
			}
			return [...holders];
		};
		for (let ids = level(this.#other.order), steps = 0; ids.length > 0 && steps < 30; steps += 1) ids = level(ids);
	}

	#isAlike(id: string, base: string): boolean {
		const kind = (type: string | undefined): string | undefined =>
			type?.replace(/^(bullet|ordered)List$/, 'list').replace('tableHeader', 'tableCell');
		return kind(this.#other.nodes.get(id)?.node.type) === kind(this.#base.nodes.get(base)?.node.type);
	}

	/** Cells of a known row that say too little to be known, and what is in them: by their places. */
	#cells(): void {
		for (const [id, { node }] of this.#other.nodes) {
			if (node.type !== 'tableRow') continue;
			const base = this.#base.nodes.get(this.is.get(id) ?? id)?.node;
			if (base?.type !== 'tableRow' || base.content.length !== node.content.length) continue;
			for (const [place, cell] of node.content.entries()) this.#pair(cell, base.content[place]);
		}
	}

	#pair(other: SectionBranch, base: SectionBranch | undefined): void {
		if (!base) return;
		const { id } = other.attrs;
		if (this.#isOpen(id) && !this.#taken.has(base.attrs.id)) this.#set(id, base.attrs.id);
		if ((this.is.get(id) ?? id) !== base.attrs.id) return;
		const [first, before] = [other.content[0], base.content[0]];
		if (!first || !before || !isLeaf(first) || !isLeaf(before)) return;
		if (this.#isOpen(first.attrs.id) && !this.#taken.has(before.attrs.id)) this.#set(first.attrs.id, before.attrs.id);
	}

	/** Footnotes of the same block, one by one where there are as many. */
	#footnotes(): void {
		for (const id of this.#other.order) {
			const notes = (tree: SectionTree, leaf: string): string[] =>
				inlineOf(tree.leaves.get(leaf)?.leaf ?? { type: 'paragraph', attrs: { id } }).flatMap((node) =>
					node.type === 'footnote' ? node.attrs.id : []
				);
			const [own, before] = [notes(this.#other, id), notes(this.#base, this.is.get(id) ?? id)];
			if (own.length !== before.length) continue;
			for (const [place, note] of own.entries()) {
				const was = before[place];
				if (was !== undefined && !this.#base.footnotes.has(note) && !this.#taken.has(was)) this.#set(note, was);
			}
		}
	}
}

/** The same section, with the ids of `base` on what is the same there: where it came without them, and has none of `base`. */
export function alignedTo(base: SectionDoc, other: SectionDoc): SectionDoc {
	return alignedTree(treeOf(base), treeOf(other), other);
}

/** As alignedTo, where both have been looked at before. */
export function alignedTree(before: SectionTree, now: SectionTree, other: SectionDoc): SectionDoc {
	// Who knows one id knows all: what has another id there is another block, also where it says the same.
	return now.order.some((id) => before.leaves.has(id)) ? other : renamed(before, now, other);
}

/** The same section, with the ids of `base` on what is the same there and has none of them. */
export function foundAgain(base: SectionDoc, other: SectionDoc): SectionDoc {
	return renamed(treeOf(base), treeOf(other), other);
}

function renamed(before: SectionTree, now: SectionTree, other: SectionDoc): SectionDoc {
	const { is } = new Alignment(before, now);
	if (is.size === 0) return other;
	const visit = (node: LooseNode): LooseNode => {
		const id = node.attrs && is.get(String(node.attrs.id));
		return { ...node, ...(id && { attrs: { ...node.attrs, id } }), ...(node.content && { content: node.content.map(visit) }) };
	};
	return visit(other) as unknown as SectionDoc;
}
