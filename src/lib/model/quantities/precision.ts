/** How exactly a planned or past day is known. */
export const precisions = ['day', 'month', 'quarter', 'year'] as const;
export type Precision = (typeof precisions)[number];
