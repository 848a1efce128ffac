import type { PracticeForm } from './practice.ts';

/** What is told of entries that were found. */
export interface PracticesFound {
	practice: { city: string; form: PracticeForm; title: string };
}

declare module '../search/results.ts' {
	interface FoundByKind extends PracticesFound {}
}
