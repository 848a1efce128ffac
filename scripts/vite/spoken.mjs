/**
 * What a module leads to at once and later, and the message files that it speaks from itself.
 * @typedef {{ imports: readonly string[], later: readonly string[], files: readonly string[] }} Speaker
 */

/**
 * The message files that are spoken from by what these modules lead to.
 * @param {(id: string) => Speaker | null} speaker null of what does not speak and leads nowhere
 * @param {readonly string[]} starts
 * @param {ReadonlySet<string>} apart modules that bring their files themselves when they are fetched later
 * @returns {Set<string>}
 */
function filesFrom(speaker, starts, apart) {
	/** @type {Set<string>} */
	const files = new Set();
	// A set also gives what is added while one goes through it.
	const led = new Set(starts);
	for (const id of led) {
		const { imports = [], later = [], files: spoken = [] } = speaker(id) ?? {};
		for (const file of spoken) files.add(file);
		for (const next of imports) led.add(next);
		for (const next of later) if (!apart.has(next)) led.add(next);
	}
	return files;
}

/**
 * Derives from the imports which message files travel with what: with every page, with the pages of a route besides, and with
 * a part that is fetched later besides. What is imported later by an ordinary `import()` travels with its page.
 * @param {(id: string) => Speaker | null} speaker
 * @param {{ frame: readonly string[], routes: ReadonlyMap<string, readonly string[]>, parts: readonly string[] }} starts the modules
 *   that each begins with; `frame` is around every page
 * @returns {{ everywhere: string[], routes: Map<string, string[]>, parts: Map<string, string[]> }} sorted
 */
export function spoken(speaker, { frame, routes, parts }) {
	const apart = new Set(parts);
	const everywhere = filesFrom(speaker, frame, apart);
	const besides = (/** @type {readonly string[]} */ starts) =>
		[...filesFrom(speaker, starts, apart)].filter((file) => !everywhere.has(file)).sort();
	return {
		everywhere: [...everywhere].sort(),
		routes: new Map([...routes].map(([route, starts]) => [route, besides(starts)])),
		parts: new Map(parts.map((part) => [part, besides([part])]))
	};
}
