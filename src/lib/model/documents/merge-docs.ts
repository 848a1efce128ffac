import type { Block, Doc, Inline, ListItem } from './doc.ts';
import { jsonInOrder } from '../in-order.ts';
import { inlineTokens, joinedTokens } from './inline-tokens.ts';
import { bothAdded, regionContent } from './merge.ts';
import { normalizeDoc } from './normalize.ts';
import { regionsOf } from './three-way.ts';

/* For the server, as difference.ts. */

/** Two people changed the same words, or the same blocks in ways that do not go together: these blocks in each version. */
export interface BlockClash {
	base: Block[];
	mine: Block[];
	theirs: Block[];
}

export interface MergedDoc {
	doc: Doc;
	clashes: BlockClash[];
}

type Side = 'base' | 'mine' | 'theirs';
type Winner = 'mine' | 'theirs';
type Three<T> = Record<Side, T>;
type Child = Block | ListItem;

/** Of a merge as a whole, in ms. */
const patience = 200;

/** One of them may come from the database, another from a browser. */
const keyOf = jsonInOrder;
const asBlocks = (children: readonly Child[]): Block[] =>
	children.flatMap((child) => (child.type === 'listItem' ? child.content : [child]));

class Merge {
	readonly clashes: BlockClash[] = [];
	readonly #timeout: number;
	readonly #wins: Winner;

	/** @param timeout of each comparison, in ms */
	constructor(timeout: number, wins: Winner) {
		this.#timeout = timeout;
		this.#wins = wins;
	}

	children<T extends Child>(all: Three<T[]>): T[] {
		const regions = this.#regions(all);
		if (!regions) return this.#clash(all);
		return regions.flatMap((region) => {
			if (region.changed !== 'both') return regionContent(region, all);
			const part: Three<T[]> = {
				base: all.base.slice(...region.base),
				mine: all.mine.slice(...region.mine),
				theirs: all.theirs.slice(...region.theirs)
			};
			if (part.base.length === 0) return bothAdded(part.mine, part.theirs, keyOf);
			return this.#pairs(part) ?? this.#clash(part);
		});
	}

	/** One by one, where each side has as many and of the same kind as there were; null elsewhere. */
	#pairs<T extends Child>({ base, mine, theirs }: Three<T[]>): T[] | null {
		if (mine.length !== base.length || theirs.length !== base.length) return null;
		const pairs = base.map((from, place): Three<T> => ({ base: from, mine: mine[place] as T, theirs: theirs[place] as T }));
		const isAlike = pairs.every((three) => three.mine.type === three.base.type && three.theirs.type === three.base.type);
		return isAlike ? pairs.map((three) => this.#child(three)) : null;
	}

	#child<T extends Child>(three: Three<T>): T {
		const { base, mine, theirs } = three;
		const [from, my, their] = [keyOf(base), keyOf(mine), keyOf(theirs)];
		if (my === from || my === their) return theirs;
		if (their === from) return mine;
		const own = this.#attributes(three);
		if (base.type === 'paragraph' || base.type === 'codeBlock') return this.#words(three, own);
		const content = (of: T): Child[] => ('content' in of ? (of.content as Child[]) : []);
		return { ...own, content: this.children({ base: content(base), mine: content(mine), theirs: content(theirs) }) } as T;
	}

	/** The side that changed its attributes has them; where both did, those of the side that wins stand, for they hold no words. */
	#attributes<T extends Child>({ base, mine, theirs }: Three<T>): T {
		const attributes = (of: T): string => keyOf('attrs' in of ? of.attrs : null);
		if (attributes(theirs) === attributes(base)) return mine;
		return attributes(mine) === attributes(base) ? theirs : { mine, theirs }[this.#wins];
	}

	#words<T extends Child>(three: Three<T>, own: T): T {
		const content = (of: T): Inline[] => inlineTokens(('content' in of ? of.content : []) as Inline[]);
		const all = { base: content(three.base), mine: content(three.mine), theirs: content(three.theirs) };
		const regions = this.#regions(all);
		if (!regions) return this.#clash({ base: [three.base], mine: [three.mine], theirs: [three.theirs] })[0] ?? own;
		let clashes = false;
		const tokens = regions.flatMap((region) => {
			if (region.changed !== 'both') return regionContent(region, all);
			const said = { mine: all.mine.slice(...region.mine), theirs: all.theirs.slice(...region.theirs) };
			if (keyOf(said.mine) !== keyOf(said.theirs)) clashes = true;
			return said[this.#wins];
		});
		if (clashes) this.#clash({ base: [three.base], mine: [three.mine], theirs: [three.theirs] });
		const merged = { ...own };
		if (tokens.length > 0) Object.assign(merged, { content: joinedTokens(tokens) });
		else if ('content' in merged) delete merged.content;
		return merged;
	}

	#regions(all: Three<unknown[]>) {
		return regionsOf(all.base.map(keyOf), all.mine.map(keyOf), all.theirs.map(keyOf), this.#timeout);
	}

	#clash<T extends Child>({ base, mine, theirs }: Three<T[]>): T[] {
		if (keyOf(mine) !== keyOf(theirs)) this.clashes.push({ base: asBlocks(base), mine: asBlocks(mine), theirs: asBlocks(theirs) });
		return { mine, theirs }[this.#wins];
	}
}

/**
 * One document of two that were made of `base`, all in canonical shape: by blocks, and by words within a block that both
 * changed. Where the same words were changed by both, the document holds `theirs`, and the clash holds the whole block as each
 * has it: no word that either side added is lost. What both put at the same place stands one after the other.
 * @param wins whose words the document holds where the same ones were changed by both
 */
export function mergeDocs(base: Doc, mine: Doc, theirs: Doc, { timeout = patience, wins = 'theirs' as Winner } = {}): MergedDoc {
	const [from, my, their] = [keyOf(base), keyOf(mine), keyOf(theirs)];
	if (my === from || my === their) return { doc: theirs, clashes: [] };
	if (their === from) return { doc: mine, clashes: [] };
	const merge = new Merge(timeout / 8, wins);
	const content = merge.children({ base: base.content, mine: mine.content, theirs: theirs.content });
	return { doc: normalizeDoc({ type: 'doc', content }), clashes: merge.clashes };
}
