import {
	sectionLimits,
	type FlowBlock,
	type SectionBlock,
	type SectionDoc,
	type SectionListItem,
	type SectionTable
} from './section-doc.ts';
import { Places } from './section-merge-places.ts';
import { mergeTables } from './section-merge-tables.ts';
import { mergeOrder, type OrderedWithin } from './section-order.ts';
import { inlineOf, type SectionLeaf, type SectionTree } from './section-tree.ts';
import type { Versions } from './section-words.ts';

type Trees = Versions<SectionTree>;

/** What holds the blocks whose order is merged. */
function holdersOf({ base, standing, coming }: Trees): OrderedWithin {
	/** What was there before and holds it, with all that is new around it. */
	const holder = (tree: SectionTree, id: string): string | null => {
		let around = tree.nodes.get(id)?.parent ?? null;
		while (around !== null && !base.nodes.has(around)) around = tree.nodes.get(around)?.parent ?? null;
		return around;
	};
	const isIn = (id: string, holding: string): boolean => {
		let around = coming.nodes.get(id)?.parent ?? null;
		while (around !== null && around !== holding) around = coming.nodes.get(around)?.parent ?? null;
		return around === holding;
	};
	return {
		isBeside: (mine, theirs, before) => {
			const holding = holder(standing, theirs);
			return holding === holder(coming, mine) || (holding !== null && isIn(before, holding) && !isIn(mine, holding));
		},
		isFirst: (id, before, after) => {
			const holding = holder(coming, id);
			return holding !== null && !isIn(before, holding) && isIn(after, holding);
		}
	};
}

/** The merged section: what holds the merged leaves, in their merged order. */
export class SectionBuilder {
	readonly #trees: Trees;
	readonly #leaves: ReadonlyMap<string, SectionLeaf>;
	readonly #places: Places;
	readonly #children = new Map<string | null, Set<string>>();
	/** Of each table, the cells in which something is, and those in which that says something. */
	readonly #cells = new Map<string, Set<string>>();
	readonly #needed = new Map<string, Set<string>>();

	/** @param split blocks that were split off the one before them */
	constructor(trees: Trees, leaves: ReadonlyMap<string, SectionLeaf>, split: ReadonlySet<string>) {
		this.#trees = trees;
		this.#leaves = leaves;
		this.#places = new Places(trees, leaves, split);
		const orders = { base: trees.base.order, standing: trees.standing.order, coming: trees.coming.order };
		for (const id of mergeOrder(orders, (one) => leaves.has(one), split, holdersOf(trees))) this.#hang(id);
	}

	get doc(): SectionDoc {
		return { type: 'doc', content: this.#all(null, 0) };
	}

	/** Puts a leaf into what holds it, and that into what holds that. */
	#hang(leaf: string): void {
		const add = (to: Map<string | null, Set<string>>, key: string | null, id: string): void => {
			const all = to.get(key);
			if (all) all.add(id);
			else to.set(key, new Set([id]));
		};
		let id = leaf;
		for (let parent = this.#places.parentOf(id); ; parent = this.#places.parentOf(id)) {
			add(this.#children, parent, id);
			if (parent === null) return;
			const type = this.#places.branch(parent)?.type;
			if (type === 'tableCell' || type === 'tableHeader') {
				const table = this.#places.parentOf(this.#places.parentOf(parent) ?? '') ?? '';
				add(this.#children, null, table);
				add(this.#cells as Map<string | null, Set<string>>, table, parent);
				const own = this.#leaves.get(leaf);
				// A cell that says nothing is no reason for its row or column to stay.
				if (own && inlineOf(own).length > 0) add(this.#needed as Map<string | null, Set<string>>, table, parent);
				return;
			}
			id = parent;
		}
	}

	/** @param depth how many items, quotations and cells are around it */
	#all(parent: string | null, depth: number): SectionBlock[] {
		return [...(this.#children.get(parent) ?? [])].flatMap((id) => this.#block(id, depth));
	}

	#flow(parent: string, depth: number): FlowBlock[] {
		return this.#all(parent, depth) as FlowBlock[];
	}

	#block(id: string, depth: number): SectionBlock[] {
		const leaf = this.#leaves.get(id);
		if (leaf?.type === 'heading' && this.#places.lowered.has(id))
			return [{ type: 'paragraph', attrs: { id }, ...(leaf.content && { content: leaf.content }) }];
		if (leaf) return [leaf];
		const branch = this.#places.branch(id);
		switch (branch?.type) {
			case 'table':
				return this.#table(id);
			case 'blockquote':
				return [{ ...branch, content: this.#flow(id, depth + 1) }];
			case 'bulletList':
			case 'orderedList': {
				const items = [...(this.#children.get(id) ?? [])];
				// Two that each put it deeper: together that may be too deep.
				if (depth >= sectionLimits.depth) return items.flatMap((item) => this.#all(item, depth));
				return [{ ...branch, content: items.map((item) => this.#item(item, depth + 1)) }];
			}
			default:
				return [];
		}
	}

	#item(id: string, depth: number): SectionListItem {
		return { type: 'listItem', attrs: { id }, content: this.#flow(id, depth) };
	}

	#table(id: string): SectionTable[] {
		const of = (tree: SectionTree): SectionTable | undefined => {
			const node = tree.nodes.get(id)?.node;
			return node?.type === 'table' ? node : undefined;
		};
		const { base, standing, coming } = this.#trees;
		const merged = mergeTables({ base: of(base), standing: of(standing), coming: of(coming) }, this.#needed.get(id) ?? new Set());
		if (!merged) return [];
		const held = new Map<string, FlowBlock[]>();
		for (const cell of this.#cells.get(id) ?? []) {
			const holder = merged.instead.get(cell) ?? cell;
			held.set(holder, [...(held.get(holder) ?? []), ...this.#flow(cell, 1)]);
		}
		const content = merged.table.content.map((row) => ({
			...row,
			content: row.content.map((cell) => ({ ...cell, content: held.get(cell.attrs.id) ?? [] }))
		}));
		return [{ ...merged.table, content }];
	}
}
