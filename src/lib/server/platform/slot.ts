/** What the process is given once, at its start, and what any module of it may then take. */
export interface Slot<Value> {
	/** @throws Error when nothing was filled in */
	get(): Value;
	fill(value: Value): void;
}

const key = Symbol.for('swing.slots');
const registry = globalThis as { [key]?: Map<string, unknown> };
/** One process holds two module graphs, the server's and the built pages'; both find the same. */
const slots = (registry[key] ??= new Map<string, unknown>());

export function slot<Value>(name: string): Slot<Value> {
	return {
		get() {
			if (!slots.has(name)) throw new Error(`Nothing was filled in for ${name}`);
			return slots.get(name) as Value;
		},
		fill(value) {
			slots.set(name, value);
		}
	};
}
