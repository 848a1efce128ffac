import type { Comparison } from './edits.ts';
import type { SectionHeading, SectionInline, SectionParagraph } from './section-doc.ts';
import { runIn, runsOf } from './section-runs.ts';
import { inlineOf, leafKind, type SectionLeaf, type SectionTree } from './section-tree.ts';
import { blockToken, contentOf, mergeTokens, sectionTokens, type SectionToken, type Versions } from './section-words.ts';

/** Two people changed the same words, or one took away what the other changed: these blocks in each version. */
export interface LeafClash extends Versions<SectionLeaf[]> {
	/** The block of the merged section that it is about; null where it is gone. */
	at: string | null;
}

export interface MergedLeaves {
	leaves: Map<string, SectionLeaf>;
	/** Blocks that were split off: each belongs right behind the one before it. */
	split: Set<string>;
	clashes: LeafClash[];
	/** Whether comparing words took too long somewhere, and whole blocks were compared. */
	whole: boolean;
}

type Trees = Versions<SectionTree>;

export class LeafMerge {
	readonly leaves = new Map<string, SectionLeaf>();
	readonly split = new Set<string>();
	readonly clashes: LeafClash[] = [];
	whole = false;
	readonly #trees: Trees;
	readonly #kept: ReadonlySet<string>;
	readonly #until: number;
	readonly #compare: Comparison;

	/**
	 * @param kept blocks that stay though one side took them away unchanged
	 * @param timeout in ms
	 */
	constructor(trees: Trees, kept: ReadonlySet<string>, { timeout, compare }: { timeout: number; compare: Comparison }) {
		this.#trees = trees;
		this.#kept = kept;
		this.#until = performance.now() + timeout;
		this.#compare = compare;
	}

	merge(): MergedLeaves {
		const { base, standing, coming } = this.#trees;
		const runs = runsOf(base, [standing, coming]);
		const inRuns = new Set(runs.flat());
		for (const run of runs) this.#run(run);
		for (const id of new Set([...standing.order, ...coming.order, ...base.order])) if (!inRuns.has(id)) this.#single(id);
		return this;
	}

	#of(id: string): Versions<SectionLeaf | undefined> {
		const { base, standing, coming } = this.#trees;
		return { base: base.leaves.get(id)?.leaf, standing: standing.leaves.get(id)?.leaf, coming: coming.leaves.get(id)?.leaf };
	}

	#clash(ids: readonly string[], at: string | null): void {
		const of = (tree: SectionTree): SectionLeaf[] => runIn(tree, ids).flatMap((id) => tree.leaves.get(id)?.leaf ?? []);
		const { base, standing, coming } = this.#trees;
		this.clashes.push({ base: of(base), standing: of(standing), coming: of(coming), at });
	}

	#single(id: string): void {
		const { base, standing, coming } = this.#of(id);
		if (standing && coming) return this.#both(id, { base, standing, coming });
		const only = standing ?? coming;
		if (!only) return;
		const isStanding = only === standing;
		if (!base) return void this.leaves.set(id, only);
		const tree = isStanding ? this.#trees.standing : this.#trees.coming;
		const isChanged = tree.leaves.get(id)?.key !== this.#trees.base.leaves.get(id)?.key || leafKind(only) !== leafKind(base);
		// Who took away a block without words did not mean those that were just written in it.
		const wasEmpty = base.type !== 'picture' && inlineOf(base).length === 0;
		if (wasEmpty && inlineOf(only).length > 0) return void this.leaves.set(id, only);
		if (isStanding && (isChanged || this.#kept.has(id))) this.leaves.set(id, only);
		if (isChanged) this.#clash([id], isStanding ? id : null);
	}

	#both(id: string, { base, standing, coming }: { base: SectionLeaf | undefined; standing: SectionLeaf; coming: SectionLeaf }): void {
		const key = (tree: SectionTree): string | undefined => tree.leaves.get(id)?.key;
		const keys = { base: key(this.#trees.base), standing: key(this.#trees.standing), coming: key(this.#trees.coming) };
		const own = this.#kind(id, { base, standing, coming });
		if (own.type === 'picture') return void this.leaves.set(id, own);
		if (keys.standing === keys.coming || keys.coming === keys.base) return this.#set(own, inlineOf(standing));
		if (keys.standing === keys.base) return this.#set(own, inlineOf(coming));
		const tokens = {
			base: sectionTokens(base ? inlineOf(base) : []),
			standing: sectionTokens(inlineOf(standing)),
			coming: sectionTokens(inlineOf(coming))
		};
		const merged = mergeTokens(tokens, this.#left(), this.#compare);
		if (!merged) {
			this.whole = true;
			this.#clash([id], id);
			return this.#set(own, inlineOf(standing));
		}
		if (merged.clashes) this.#clash([id], id);
		this.#set(own, contentOf(merged.tokens));
	}

	/** What it is besides its words: whoever changed it has it. */
	#kind(
		id: string,
		{ base, standing, coming }: { base: SectionLeaf | undefined; standing: SectionLeaf; coming: SectionLeaf }
	): SectionLeaf {
		const [was, theirs, mine] = [base && leafKind(base), leafKind(standing), leafKind(coming)];
		if (theirs === was || theirs === mine) return coming;
		if (mine === was) return standing;
		if (standing.type !== 'picture' || coming.type !== 'picture') {
			// Words of a block that became a picture are nowhere else.
			if (standing.type === 'picture' || coming.type === 'picture') this.#clash([id], id);
			return standing;
		}
		const [from, their, my] = [base?.type === 'picture' ? base.attrs : null, standing.attrs, coming.attrs];
		const pick = <K extends 'file' | 'alt' | 'caption'>(name: K): (typeof my)[K] =>
			from?.[name] === their[name] ? my[name] : their[name];
		const attrs = { id, file: pick('file'), alt: pick('alt'), caption: pick('caption') };
		const isLost = (['file', 'alt', 'caption'] as const).some((name) => my[name] !== from?.[name] && attrs[name] !== my[name]);
		if (isLost) this.#clash([id], id);
		return { type: 'picture', attrs };
	}

	#set(own: SectionLeaf, content: readonly SectionInline[]): void {
		if (own.type === 'picture') return void this.leaves.set(own.attrs.id, own);
		const { type, attrs } = own;
		const block = { type, attrs, ...(content.length > 0 && { content: [...content] }) } as SectionParagraph | SectionHeading;
		this.leaves.set(attrs.id, block);
	}

	/** Blocks that were split or joined, as one stretch of words. */
	#run(run: readonly string[]): void {
		const of = (tree: SectionTree): SectionToken[] =>
			runIn(tree, run).flatMap((id) => [blockToken(id), ...sectionTokens(inlineOf(tree.leaves.get(id)?.leaf ?? emptyLeaf))]);
		const { base, standing, coming } = this.#trees;
		const merged = mergeTokens({ base: of(base), standing: of(standing), coming: of(coming) }, this.#left(), this.#compare);
		let tokens = merged?.tokens ?? of(standing);
		if (tokens[0] && tokens[0].block === undefined) tokens = [blockToken(runIn(standing, run)[0] ?? run[0] ?? ''), ...tokens];
		if (!merged) this.whole = true;
		const first = tokens[0]?.block ?? null;
		if (!merged || merged.clashes) this.#clash(run, first);
		const starts = [...tokens.entries()].filter(([, { block }]) => block !== undefined).map(([at]) => at);
		for (const [place, start] of starts.entries()) {
			const id = tokens[start]?.block ?? '';
			const { base: was, standing: theirs, coming: mine } = this.#of(id);
			const own = theirs && mine ? this.#kind(id, { base: was, standing: theirs, coming: mine }) : (theirs ?? mine ?? was);
			if (own) this.#set(own, contentOf(tokens.slice(start + 1, starts[place + 1])));
			if (place > 0 && !was) this.split.add(id);
		}
	}

	/** Of one of the two comparisons of a stretch, in ms. */
	#left(): number {
		return Math.max(0, this.#until - performance.now()) / 2;
	}
}

const emptyLeaf: SectionLeaf = { type: 'paragraph', attrs: { id: '' } };
