import type { ComparedBlock } from '#lib/model/plans/versions/compared.ts';

/** Blocks one behind the other; those that are folded stayed as they were, and so did their neighbours. */
export interface BlockRun {
	blocks: ComparedBlock[];
	folded: boolean;
}

/** Fewer are read sooner than unfolded. */
const least = 3;

/** What stayed as it was is shown beside what did not; what stands further away is folded. */
export function blockRuns(blocks: readonly ComparedBlock[]): BlockRun[] {
	const isKept = (at: number): boolean => blocks[at] === undefined || blocks[at].kind === 'kept';
	const runs: BlockRun[] = [];
	for (const [at, block] of blocks.entries()) {
		const folded = isKept(at - 1) && isKept(at) && isKept(at + 1);
		const last = runs.at(-1);
		if (last?.folded === folded) last.blocks.push(block);
		else runs.push({ blocks: [block], folded });
	}
	return runs.map((run) => ({ ...run, folded: run.folded && run.blocks.length >= least }));
}
