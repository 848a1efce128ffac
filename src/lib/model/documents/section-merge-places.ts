import { derivedId } from './section-ids.ts';
import type { SectionLeaf, SectionNode, SectionTree } from './section-tree.ts';
import { isLeaf } from './section-tree.ts';
import type { Versions } from './section-words.ts';

/*
 * What holds what in the merged section. Only leaves decide what is there: a list, a quotation or a cell is there while
 * something in it is. So no side can take away what holds the other's words.
 */

type Trees = Versions<SectionTree>;

const flow = ['paragraph', 'bulletList', 'orderedList'];
const lists = ['bulletList', 'orderedList'];

export class Places {
	readonly #trees: Trees;
	readonly #leaves: ReadonlyMap<string, SectionLeaf>;
	readonly #split: ReadonlySet<string>;
	readonly #parents = new Map<string, string | null>();
	/** Items that are made here for what came to stand in the middle of a list. */
	readonly made = new Set<string>();

	/** @param split blocks that were split off the one before them */
	constructor(trees: Trees, leaves: ReadonlyMap<string, SectionLeaf>, split: ReadonlySet<string>) {
		this.#trees = trees;
		this.#split = split;
		this.#leaves = leaves;
		for (const tree of [trees.standing, trees.coming, trees.base])
			for (const id of tree.nodes.keys()) if (!this.#parents.has(id)) this.#parents.set(id, this.#chosen(id));
		this.#breakCircles();
		for (const [tree, other] of [
			[trees.standing, trees.coming],
			[trees.coming, trees.standing]
		] as const)
			this.#adopt(tree, other);
		for (const [id, leaf] of leaves) this.#fit(id, leaf);
	}

	parentOf(id: string): string | null {
		return this.#parents.get(id) ?? null;
	}

	/** What a branch is, as the side that changed it has it. */
	branch(id: string): SectionNode | undefined {
		const { base, standing, coming } = this.#trees;
		const of = (tree: SectionTree): SectionNode | undefined => tree.nodes.get(id)?.node;
		const [was, theirs, mine] = [of(base), of(standing), of(coming)];
		if (!theirs || !mine) return theirs ?? mine ?? was;
		const kind = ({ type, attrs }: SectionNode): string => JSON.stringify([type, 'start' in attrs ? attrs.start : 0]);
		return was && kind(theirs) === kind(was) ? mine : theirs;
	}

	/** Whoever moved it has it; where both did, where it stands already. */
	#chosen(id: string): string | null {
		const { base, standing, coming } = this.#trees;
		const of = (tree: SectionTree): string | null | undefined => tree.nodes.get(id)?.parent;
		const [was, theirs, mine] = [of(base), of(standing), of(coming)];
		if (theirs === undefined || mine === undefined) return theirs ?? mine ?? was ?? null;
		return was !== undefined && theirs === was ? mine : theirs;
	}

	#isWithin(id: string | null, holder: string): boolean {
		for (let around = id, steps = 0; around !== null && steps < 100; around = this.parentOf(around), steps += 1)
			if (around === holder) return true;
		return false;
	}

	/** Two that were each put into the other: what stands already stays as it is. */
	#breakCircles(): void {
		for (const id of this.#parents.keys()) {
			const way = new Set<string>();
			let around: string | null = id;
			while (around !== null && !way.has(around)) {
				way.add(around);
				around = this.parentOf(around);
			}
			if (around === null) continue;
			for (const on of way) {
				const stood = this.#trees.standing.nodes.get(on);
				if (stood) this.#parents.set(on, stood.parent);
			}
		}
	}

	/** What one side put between two blocks goes where the other took both of them. */
	#adopt(tree: SectionTree, other: SectionTree): void {
		const { base } = this.#trees;
		const children = new Map<string | null, string[]>();
		for (const [id, { parent }] of tree.nodes) {
			const all = children.get(parent);
			if (all) all.push(id);
			else children.set(parent, [id]);
		}
		for (const [parent, ids] of children)
			for (const [place, id] of ids.entries()) {
				if (base.nodes.has(id) || other.nodes.has(id)) continue;
				const head = ids[place - 1];
				// What was split off stays with what it was split off.
				if (head !== undefined && this.#split.has(id)) {
					this.#between(id, parent, head, head);
					continue;
				}
				const beside = (step: 1 | -1): string | undefined => {
					let at = place + step;
					while (ids[at] !== undefined && !base.nodes.has(ids[at] ?? '')) at += step;
					return ids[at];
				};
				const [before, after] = [beside(-1), beside(1)];
				if (before !== undefined && after !== undefined) this.#between(id, parent, before, after);
				else if (parent !== null && this.#isDissolved(parent)) this.#after(id, parent, before ?? after);
			}
	}

	/** Whether the other side took everything out of it that was in it. */
	#isDissolved(holder: string): boolean {
		if (!this.#trees.base.nodes.has(holder)) return false;
		const held = [...this.#trees.base.nodes].filter(([, { parent }]) => parent === holder);
		return held.length > 0 && held.every(([id]) => this.parentOf(id) !== holder);
	}

	/** What was put at the end of a list of which another made a list of its own kind. */
	#after(id: string, own: string, beside: string | undefined): void {
		const holder = beside === undefined ? null : this.parentOf(beside);
		if (holder === null || holder === own || this.#typeOf(id) !== 'listItem' || !lists.includes(this.#typeOf(holder))) return;
		if (!this.#isWithin(holder, id)) this.#parents.set(id, holder);
	}

	#between(id: string, own: string | null, before: string, after: string): void {
		const type = this.#typeOf(id);
		const [one, other] = [this.parentOf(before), this.parentOf(after)];
		if (one === own && other === own) return;
		if (one === other) {
			const holder = one === null ? 'doc' : this.#typeOf(one);
			const fits = holder === 'doc' ? !['listItem', 'tableRow', 'tableCell', 'tableHeader'].includes(type) : flow.includes(type);
			const fitsList = lists.includes(holder) ? type === 'listItem' : fits && !['table', 'tableRow'].includes(holder);
			if (fitsList && !(one !== null && this.#isWithin(one, id))) this.#parents.set(id, one);
			return;
		}
		if (one === null || other === null || !flow.includes(type)) return;
		const list = this.parentOf(one);
		if (list === null || list !== this.parentOf(other) || !lists.includes(this.#typeOf(list)) || this.#isWithin(list, id)) return;
		const item = derivedId('item', id);
		this.made.add(item);
		this.#parents.set(item, list);
		this.#parents.set(id, item);
	}

	#typeOf(id: string): string {
		return this.#leaves.get(id)?.type ?? this.branch(id)?.type ?? (this.made.has(id) ? 'listItem' : '');
	}

	/** A heading or a picture stands by itself: within something, a heading is one no more. */
	#fit(id: string, leaf: SectionLeaf): void {
		if (leaf.type === 'paragraph' || this.parentOf(id) === null) return;
		const stood = this.#trees.standing.nodes.get(id);
		const stoodAlone = stood && isLeaf(stood.node) && stood.node.type === leaf.type && stood.parent === null;
		if (leaf.type === 'picture' || stoodAlone) this.#parents.set(id, null);
		else this.lowered.add(id);
	}

	/** Headings that are paragraphs in the merged section. */
	readonly lowered = new Set<string>();
}
