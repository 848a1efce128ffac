import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** SvelteKit's start, which comes with every page, and what stands around every page of ours. */
const beginnings = [
	/\/kit\/src\/runtime\/client\/entry\.js$/,
	/\/generated\/client-optimized\/app\.js$/,
	/\/src\/routes\/\+(layout|error)\.(svelte|ts)$/
];
/** SvelteKit makes a module for each page, layout and error page. */
const node = /\/generated\/client-optimized\/nodes\/\d+\.js$/;

/**
 * Cuts what browsers load by what reaches it through static imports, never by the name of a file:
 * - `frame` is what every page loads, all that SvelteKit's start, the root layout and the error page reach: as forty small
 *   pieces it would weigh more and come later; so would what most pages load, which is in it too;
 * - of the rest, what the very same pages reach is one piece, so that a page pays for nothing that only another needs;
 * - what no page reaches, because it is fetched later, is left to the bundler.
 *
 * What a piece fetched later imports is not listed beside it: such lists were three hundredths of all code, and browsers find it.
 *
 * Which modules stand in which piece is written beside the pieces, `pieces.json`, for whoever weighs a page.
 * @returns {import('vite').Plugin}
 */
export function pageWeight() {
	/** @type {Set<string>} */
	const frame = new Set();
	/** The pages that reach a module. @type {Map<string, string[]>} */
	const pagesOf = new Map();
	/** Which pages reach the same modules: the place in this list names their piece, as short as can be. @type {string[]} */
	let alike = [];

	/**
	 * The bundler puts what a module imports into the piece of the module, unless it stands in one already. Nothing that is
	 * imported is reached by fewer pages than what imports it, so what most pages reach comes first.
	 * @param {number} most pages that there are
	 */
	const groups = (most) => [
		{ priority: most + 1, name: (/** @type {string} */ id) => (frame.has(id) ? 'frame' : null) },
		...Array.from({ length: most }, (_, fewer) => ({
			priority: most - fewer,
			name: (/** @type {string} */ id) => {
				const pages = pagesOf.get(id);
				return pages?.length === most - fewer ? `pages-${alike.indexOf(pages.join())}` : null;
			}
		}))
	];

	return {
		name: 'page-weight',
		apply: 'build',
		config: (_, { isSsrBuild }) => {
			if (isSsrBuild) return null;
			const { length } = globSync('src/routes/**/+{page,layout,error}.svelte');
			return {
				build: {
					modulePreload: { resolveDependencies: () => [] },
					rollupOptions: { output: { hashCharacters: 'hex', codeSplitting: { groups: groups(length + 2) } } }
				}
			};
		},
		buildEnd(error) {
			frame.clear();
			pagesOf.clear();
			if (error || this.environment.name !== 'client') return;
			const all = [...this.getModuleIds()].sort();
			const reachedFrom = (/** @type {string[]} */ starts) => {
				// A set also gives what is added while one goes through it.
				const reached = new Set(starts);
				for (const id of reached) for (const next of this.getModuleInfo(id)?.importedIds ?? []) reached.add(next);
				return reached;
			};
			for (const id of reachedFrom(all.filter((one) => beginnings.some((beginning) => beginning.test(one))))) frame.add(id);
			const pages = all.filter((id) => node.test(id));
			for (const page of pages) for (const id of reachedFrom([page])) pagesOf.set(id, [...(pagesOf.get(id) ?? []), page]);
			for (const [id, { length }] of pagesOf) if (length > pages.length / 2) frame.add(id);
			alike = [...new Set([...pagesOf.values()].map((some) => some.join()))].sort();
		},
		writeBundle({ dir = '' }, bundle) {
			if (this.environment.name !== 'client') return;
			const pieces = Object.values(bundle).flatMap((piece) =>
				piece.type === 'chunk' ? [[piece.fileName, written(piece.modules)]] : []
			);
			writeFileSync(join(dir, '..', 'pieces.json'), JSON.stringify(Object.fromEntries(pieces)));
			const manifest = join(dir, '.vite/manifest.json');
			writeFileSync(manifest, JSON.stringify(flat(JSON.parse(readFileSync(manifest, 'utf8')))));
		}
	};
}

/** @typedef {{ imports?: string[], dynamicImports?: string[], isEntry?: boolean, isDynamicEntry?: boolean }} Piece */

/**
 * The same manifest with all pieces of a page named by the page itself, before those that may be fetched later. SvelteKit goes
 * through it in depth: what it meets first among what is fetched later it takes for later, and a page without scripts would
 * stay without its styles.
 * @param {Record<string, Piece>} manifest
 * @returns {Record<string, Piece>}
 */
export function flat(manifest) {
	const pieces = Object.entries(manifest).map(([name, piece]) => {
		if (!piece.isEntry && !piece.isDynamicEntry) return [name, { ...piece, imports: [], dynamicImports: [] }];
		const reached = new Set(piece.imports);
		for (const one of reached) for (const next of manifest[one]?.imports ?? []) reached.add(next);
		const later = new Set(
			[name, ...reached].flatMap((one) => manifest[one]?.dynamicImports ?? []).filter((one) => !manifest[one]?.isEntry)
		);
		return [name, { ...piece, imports: [...reached], dynamicImports: piece.isEntry ? [...later] : [] }];
	});
	return Object.fromEntries(pieces);
}

/** @param {Record<string, { renderedLength: number }>} modules of a piece; of some nothing is left */
function written(modules) {
	return Object.keys(modules)
		.filter((id) => modules[id]?.renderedLength)
		.map((id) => relative(process.cwd(), id).replaceAll('\\', '/'));
}
