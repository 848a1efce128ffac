/** The id made for a name of the demo. A name that is in no list is a slip in the demo's own data. */
export function idOf(ids: Map<string, string>, name: string): string {
	const id = ids.get(name);
	if (!id) throw new Error(`The demo knows no ${name}`);
	return id;
}
