/** A text without the signs that nobody sees: they make nothing harder to guess. */
export function visibleSigns(text: string): string {
	return text.replace(/[\p{DI}\u2800]/gu, '');
}
