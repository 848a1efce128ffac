/** Parts of a query as PostgreSQL's tsquery is written. Lexemes are letters, digits, and the comma of a number; nothing else gets here. */
export function lexeme(text: string, { prefix = false } = {}): string {
	return `'${text}'${prefix ? ':*' : ''}`;
}

export function all(parts: readonly string[]): string {
	return joined(parts, ' & ');
}

export function any(parts: readonly string[]): string {
	return joined([...new Set(parts)], ' | ');
}

/** Side by side, in this order. */
export function sideBySide(parts: readonly string[]): string {
	return joined(parts, ' <-> ');
}

function joined(parts: readonly string[], by: string): string {
	const [first = ''] = parts;
	return parts.length > 1 ? `(${parts.join(by)})` : first;
}
