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
