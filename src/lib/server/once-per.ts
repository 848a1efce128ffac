/** What belongs to something and is made when it is first asked for; it goes when its owner goes. */
export function oncePer<Owner extends object, Value>(make: (owner: Owner) => Value): (owner: Owner) => Value {
	const made = new WeakMap<Owner, Value>();
	return (owner) => {
		const value = made.get(owner) ?? make(owner);
		made.set(owner, value);
		return value;
	};
}
