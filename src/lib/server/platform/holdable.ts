/** A text without NUL and without halves of characters: PostgreSQL and JSON between programs take no other. */
export function isHoldable(text: string): boolean {
	return text.isWellFormed() && !text.includes('\0');
}

/** The path to the first text in a value that cannot be held, also among its keys; null where all can. */
export function unholdable(value: unknown): string | null {
	const waiting: { path: string; value: unknown }[] = [{ path: '', value }];
	for (let one = waiting.pop(); one; one = waiting.pop()) {
		const { path, value } = one;
		if (typeof value === 'string' && !isHoldable(value)) return path;
		if (typeof value !== 'object' || value === null) continue;
		for (const [key, within] of Object.entries(value)) {
			if (!isHoldable(key)) return path;
			waiting.push({ path: path === '' ? key : `${path}.${key}`, value: within });
		}
	}
	return null;
}
