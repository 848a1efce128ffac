import type { Citable } from '#lib/model/plans/citable.ts';
import { comparableWords } from '../../editor/candidates.ts';

const most = 8;

/** The few of which words begin as what was typed; those whose title does first. Of nothing typed, what the plan holds. */
export function fittingCitable(all: readonly Citable[], typed: string): Citable[] {
	const starts = comparableWords(typed);
	if (starts.length === 0) return all.filter(({ kind }) => kind === 'file').slice(0, most);
	const begun = (words: readonly string[]): boolean => starts.every((start) => words.some((word) => word.startsWith(start)));
	return all
		.map((one) => {
			const words = comparableWords(one.title);
			const rank = begun(words) ? (words[0]?.startsWith(starts[0] ?? '') ? 0 : 1) : 2;
			return { one, rank, fits: rank < 2 || begun([...words, ...comparableWords(one.kind === 'evidence' ? (one.of ?? '') : '')]) };
		})
		.filter(({ fits }) => fits)
		.sort((a, b) => a.rank - b.rank)
		.slice(0, most)
		.map(({ one }) => one);
}
