/**
 * What the nouns plug into a room. The list of nouns fills every slot once, at start; a room reads its own slot and knows
 * no noun.
 */
export interface Slot<T> {
	/** @throws Error while nothing was filled in */
	get(): T;
	fill(value: T): void;
}

const key = Symbol.for('swing.slots');
const registry = globalThis as { [key]?: Map<string, unknown> };

/** One process holds two module graphs, the server's and the built pages': both read the same slot by its name. */
export function slot<T>(name: string): Slot<T> {
	const filled = (registry[key] ??= new Map());
	return {
		get() {
			if (!filled.has(name)) throw new Error(`Nothing is plugged into the slot "${name}": the list of nouns fills it at start.`);
			return filled.get(name) as T;
		},
		fill: (value) => void filled.set(name, value)
	};
}
