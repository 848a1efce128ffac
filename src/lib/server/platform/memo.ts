/** What belongs to something and is made when it is first asked for, anew where that failed; it goes when its owner goes. */
export function memoPer<Owner extends object, Value>(make: (owner: Owner) => Value): (owner: Owner) => Value {
	const made = new WeakMap<Owner, Value>();
	return (owner) => {
		const value = made.get(owner) ?? make(owner);
		if (!made.has(owner) && value instanceof Promise) value.catch(() => made.delete(owner));
		made.set(owner, value);
		return value;
	};
}

const key = Symbol.for('swing.remembered');
const registry = globalThis as { [key]?: Map<string, (owner: object) => unknown> };

/**
 * The same, once in a process: it holds two module graphs, the server's and the built pages', and what one of them
 * forgets the other must not go on believing.
 */
export function sharedPer<Owner extends object, Value>(name: string, make: (owner: Owner) => Value): (owner: Owner) => Value {
	const shared = (registry[key] ??= new Map());
	if (!shared.has(name)) shared.set(name, memoPer(make) as (owner: object) => unknown);
	return shared.get(name) as (owner: Owner) => Value;
}
