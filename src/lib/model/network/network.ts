/** A network as its pages name it, in the reader's language. */
export interface NetworkTag {
	slug: string;
	name: string;
	motto: string;
	/** The line about its funding that every page carries. */
	fundingLine: string;
}

/** Shapes of a city's mark. */
export const markShapes = ['disc', 'block', 'arch', 'shield'] as const;
export type MarkShape = (typeof markShapes)[number];
