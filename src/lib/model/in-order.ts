/**
 * JSON that is the same for what says the same: the parts of each object in one order. The database keeps them in an order of
 * its own.
 */
export function jsonInOrder(value: unknown): string {
	return JSON.stringify(value, inOrder) ?? '';
}

function inOrder(_: string, value: unknown): unknown {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
	return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}
