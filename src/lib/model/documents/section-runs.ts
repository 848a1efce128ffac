import { inlineOf, type SectionLeaf, type SectionTree } from './section-tree.ts';
import { isWord, textTokens } from './tokens.ts';

/** How often each word or sign stands in a block. */
type Bag = Map<string, number>;

export function bagOf(leaf: SectionLeaf | undefined): Bag {
	const bag: Bag = new Map();
	for (const node of leaf ? inlineOf(leaf) : []) {
		if (node.type !== 'text') continue;
		for (const token of textTokens(node.text)) if (token.trim() !== '') bag.set(token, (bag.get(token) ?? 0) + 1);
	}
	return bag;
}

function sizeOf(bag: Bag): number {
	let size = 0;
	for (const count of bag.values()) size += count;
	return size;
}

/** How many words two bags share. */
export function sharedWords(one: Bag, other: Bag): number {
	let count = 0;
	for (const [word, times] of one) count += Math.min(times, other.get(word) ?? 0);
	return count;
}

/** Words of the one that are not in the other. */
function without(one: Bag, other: Bag): Bag {
	return new Map(
		[...one].map(([word, times]): [string, number] => [word, times - (other.get(word) ?? 0)]).filter(([, times]) => times > 0)
	);
}

/** What is read aloud; the signs where there is nothing else. */
function wordsOf(bag: Bag): Bag {
	const words = new Map([...bag].filter(([token]) => isWord(token)));
	return words.size > 0 ? words : bag;
}

/** Whether half of the words of the one, or of the other, are in both. */
function isPart(one: Bag, other: Bag): boolean {
	const [mine, theirs] = [wordsOf(one), wordsOf(other)];
	const count = sharedWords(mine, theirs);
	return count > 0 && 2 * count >= Math.min(sizeOf(mine), sizeOf(theirs));
}

/** Sets of ids that grow together. */
class Joined {
	readonly #of = new Map<string, Set<string>>();

	join(one: string, other: string): void {
		const both = new Set([...(this.#of.get(one) ?? [one]), ...(this.#of.get(other) ?? [other])]);
		for (const id of both) this.#of.set(id, both);
	}

	all(): Set<string>[] {
		return [...new Set(this.#of.values())];
	}
}

function joinFrom(base: SectionTree, side: SectionTree, joined: Joined): void {
	const isChanged = (id: string): boolean => base.leaves.get(id)?.key !== side.leaves.get(id)?.key;
	/** What stands in one tree alone belongs to the block beside it that has those words less in this tree than in the other. */
	const look = (alone: SectionTree, other: SectionTree): void => {
		const along = (order: readonly string[]): void => {
			/** The block to which what stands right behind it may belong. */
			let root: string | null = null;
			/** The words that it has less, without those that were found. */
			let less: Bag | null = null;
			for (const id of order) {
				if (other.leaves.has(id)) {
					root = isChanged(id) ? id : null;
					less = null;
				} else if (root !== null) {
					const own = bagOf(alone.leaves.get(id)?.leaf);
					less ??= without(bagOf(other.leaves.get(root)?.leaf), bagOf(alone.leaves.get(root)?.leaf));
					if (isPart(own, less)) {
						joined.join(root, id);
						less = without(less, own);
					} else root = null;
				}
			}
		};
		along(alone.order);
		along(alone.order.toReversed());
	};
	look(side, base);
	look(base, side);
}

/**
 * Blocks that one side split or joined: their words are compared as one stretch. Each run is in the order of reading, which all
 * versions share.
 */
export function runsOf(base: SectionTree, sides: readonly SectionTree[]): string[][] {
	const joined = new Joined();
	for (const side of sides) joinFrom(base, side, joined);
	const trees = [base, ...sides];
	return joined.all().flatMap((ids) => {
		// An order of all of them that agrees with each version, if there is one.
		const before = new Map([...ids].map((id): [string, Set<string>] => [id, new Set()]));
		for (const tree of trees) {
			const present = [...ids].filter((id) => tree.leaves.has(id)).sort((one, other) => placeIn(tree, one) - placeIn(tree, other));
			for (const [place, id] of present.entries()) for (const earlier of present.slice(0, place)) before.get(id)?.add(earlier);
		}
		const isTwoWays = [...before].some(([id, earlier]) => [...earlier].some((other) => before.get(other)?.has(id)));
		return isTwoWays ? [] : [[...ids]];
	});
}

function placeIn(tree: SectionTree, id: string): number {
	return tree.leaves.get(id)?.at ?? -1;
}

/** The blocks of a run that a version has, in the order of reading. */
export function runIn(tree: SectionTree, run: readonly string[]): string[] {
	return run.filter((id) => tree.leaves.has(id)).sort((one, other) => placeIn(tree, one) - placeIn(tree, other));
}
