import type { Usage } from './usage.ts';

/** What one side showed in one round. */
export interface Sample {
	/** The figure that is compared. */
	figure: number;
	usage: Usage;
	/** What else is worth knowing beside it. */
	more: Record<string, number>;
	/** Why it cannot be trusted, whatever the machine did. */
	fault: string | null;
}

/** One row of the table: the same work done by two sides. */
export interface Part {
	/** What `--only` calls it. */
	key: string;
	title: string;
	unit: string;
	/** Digits behind the point of the absolute figures. */
	digits: number;
	/** What the ratio of ours to the other must be: at most, or at least. */
	must: { most: number } | { least: number };
	/** Bounds of ours alone, whatever the other side does. */
	bounds?: Record<string, number>;
	/** Names of what is compared: the other first. */
	sides: [string, string];
	other: () => Promise<Sample>;
	ours: () => Promise<Sample>;
	/** Ours as an earlier build does it. */
	earlier?: () => Promise<Sample>;
}

export function percentile(values: ArrayLike<number>, share: number): number {
	const sorted = Float64Array.from(values).sort();
	return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

export function median(values: number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	const middle = sorted.length >> 1;
	return sorted.length % 2 ? sorted[middle]! : ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2;
}
