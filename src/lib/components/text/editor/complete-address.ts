/** An address as somebody types it, with the scheme that they left away. */
export function completeAddress(typed: string): string {
	if (/^(?:https?|mailto):/i.test(typed)) return typed;
	return /^[^\s@/]+@[^\s@/]+$/.test(typed) ? `mailto:${typed}` : `https://${typed}`;
}
