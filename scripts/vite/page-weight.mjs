import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { joinedPieces } from './joined-pieces.mjs';

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
 * - of the rest, what the very same pages reach is one piece, so that a page pays for nothing that only another needs; small
 *   pieces that would cost more by themselves go along with others (`joined-pieces.mjs`);
 * - what no page reaches, because it is fetched later, is left to the bundler.
 *
 * What a piece fetched later imports is not listed beside it: such lists were three hundredths of all code, and browsers find it.
 *
 * Which modules stand in which piece is written beside the pieces, `pieces.json`, for whoever weighs a page.
 * @returns {import('vite').Plugin}
 */
export function pageWeight() {
	/** The piece in which a module stands, and how soon it is cut. @type {Map<string, { name: string, level: number }>} */
	let pieceOf = new Map();

	/**
	 * The bundler puts what a module imports into the piece of the module, unless it stands in one already. So what others import
	 * comes first.
	 * @param {number} most levels that there are
	 */
	const groups = (most) =>
		Array.from({ length: most }, (_, index) => ({
			priority: index + 1,
			name: (/** @type {string} */ id) => {
				const piece = pieceOf.get(id);
				return piece && Math.min(piece.level, most - 1) === index ? piece.name : null;
			}
		}));

	return {
		name: 'page-weight',
		apply: 'build',
		config: (_, { isSsrBuild }) => {
			if (isSsrBuild) return null;
			const { length } = globSync('src/routes/**/+{page,layout,error}.svelte');
			return {
				build: {
					modulePreload: { resolveDependencies: () => [] },
					// It makes code some two hundredths smaller than the bundler's own does.
					minify: 'terser',
					terserOptions: { module: true },
					rollupOptions: {
						// What never changes is written where it is read, and what then is never reached is left out.
						optimization: { inlineConst: { mode: 'all', pass: 3 } },
						output: {
							hashCharacters: 'hex',
							minify: { compress: { maxIterations: 10 }, mangle: { toplevel: true }, codegen: true },
							codeSplitting: { groups: groups(length + 2) }
						}
					}
				}
			};
		},
		buildEnd(error) {
			pieceOf = new Map();
			if (error || this.environment.name !== 'client') return;
			const all = [...this.getModuleIds()].sort();
			const importsOf = (/** @type {string} */ id) => this.getModuleInfo(id)?.importedIds ?? [];
			const reachedFrom = (/** @type {string[]} */ starts) => {
				// A set also gives what is added while one goes through it.
				const reached = new Set(starts);
				for (const id of reached) for (const next of importsOf(id)) reached.add(next);
				return reached;
			};
			const pages = all.filter((id) => node.test(id));
			const frame = reachedFrom(all.filter((one) => beginnings.some((beginning) => beginning.test(one))));
			/** @type {Map<string, string[]>} */
			const pagesOf = new Map();
			for (const page of pages) for (const id of reachedFrom([page])) pagesOf.set(id, [...(pagesOf.get(id) ?? []), page]);
			for (const [id, some] of pagesOf) if (some.length > pages.length / 2) frame.add(id);
			for (const id of frame) pagesOf.set(id, pages);
			const alike = Map.groupBy(pagesOf.keys(), (id) => (pagesOf.get(id) ?? []).join());
			const pieces = [...alike.values()].map((modules) => ({
				modules,
				pages: new Set(pagesOf.get(modules[0] ?? '')),
				weight: compressed(modules.map((id) => this.getModuleInfo(id)?.code ?? '').join('\n'))
			}));
			for (const [index, { modules, level }] of joinedPieces(pieces, importsOf).entries())
				for (const id of modules) pieceOf.set(id, { name: `p${index}`, level });
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

/**
 * About how many bytes of code travel, the bundler not having made it small yet.
 * @param {string} code
 */
const compressed = (code) => deflateRawSync(code).length * 0.55;

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
