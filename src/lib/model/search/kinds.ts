/** What can be found. */
export const kinds = ['meeting', 'post', 'file', 'person', 'city'] as const;
export type Kind = (typeof kinds)[number];

export function isKind(value: unknown): value is Kind {
	return (kinds as readonly unknown[]).includes(value);
}
