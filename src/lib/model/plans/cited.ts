import type { AttachedFile } from '../files/attached.ts';

/** Where the addresses of ours in a plan's words lead, as far as its reader may see what is there. */
export interface CitedInPlan {
	/** By id. */
	practices: Record<string, { href: string; title: string }>;
	/** By id: pictures that are shown, and files that are cited. */
	files: Record<string, AttachedFile>;
}

export const nothingCited: CitedInPlan = { practices: {}, files: {} };
