/** Does the work while no other tab does any of this name. Browsers without locks do it at once. */
export async function aloneAmongTabs(name: string, work: () => Promise<void>): Promise<void> {
	const locks = (globalThis.navigator as Partial<Navigator> | undefined)?.locks;
	await (locks ? locks.request(name, work) : work());
}
