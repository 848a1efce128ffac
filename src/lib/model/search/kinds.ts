import type { Kind } from './results.ts';

export type { Kind } from './results.ts';

/** What can be found, in the order in which it is offered. */
export const kinds = ['meeting', 'post', 'file', 'person', 'city'] as const satisfies readonly Kind[];

export function isKind(value: unknown): value is Kind {
	return (kinds as readonly unknown[]).includes(value);
}
