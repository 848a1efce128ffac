/** Light or dark by the reader's choice; `system` leaves it to the device. */
export const colourThemes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof colourThemes)[number];

export function isTheme(value: unknown): value is Theme {
	return typeof value === 'string' && (colourThemes as readonly string[]).includes(value);
}
