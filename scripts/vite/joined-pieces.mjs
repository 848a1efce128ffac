/**
 * @typedef {object} Piece what the very same pages reach
 * @property {string[]} modules
 * @property {Set<string>} pages
 * @property {number} weight about how many bytes it is, compressed
 */

/** What a piece costs besides what stands in it, in bytes: what it imports and exports, and that it is packed by itself. */
const eachPiece = 250;
/** A piece larger than this comes with no page that does not need it. */
const small = 500;
/** How much a page may load at most that it does not need: a fiftieth of the lightest page. */
const mostBorne = 1000;

/**
 * Puts small pieces together: one goes along with another whose pages are all that need it and some more, where that spares the
 * pages that need both more than it costs the others. A page that loads much counts for more. Pieces that import each other in a
 * circle would start in the wrong order, so no circle comes about.
 * @param {Piece[]} pieces
 * @param {(module: string) => readonly string[]} importsOf what a module imports
 * @returns {{ modules: string[], level: number }[]} `level`: greater than that of every piece that imports it
 */
export function joinedPieces(pieces, importsOf) {
	const left = new Set(pieces);
	/** @type {Map<string, { loads: number, bears: number }>} */
	const pages = new Map();
	for (const piece of pieces)
		for (const page of piece.pages) pages.set(page, { loads: (pages.get(page)?.loads ?? 0) + piece.weight + eachPiece, bears: 0 });
	/** @param {Piece} less @param {Piece} more */
	const spares = (less, more) => {
		let spared = 0;
		for (const page of more.pages) {
			const { loads, bears } = pages.get(page) ?? { loads: 0, bears: 0 };
			if (less.pages.has(page)) spared += eachPiece * loads;
			else if (bears + less.weight > mostBorne) return 0;
			else spared -= less.weight * loads;
		}
		return spared;
	};
	for (;;) {
		const imports = importsAmong(left, importsOf);
		let best = { spares: 0, less: /** @type {Piece | null} */ (null), more: /** @type {Piece | null} */ (null) };
		for (const less of left)
			for (const more of left) {
				if (less === more || less.weight > small || ![...less.pages].every((page) => more.pages.has(page))) continue;
				const spared = spares(less, more);
				if (spared > best.spares && !aroundAnother(less, more, imports)) best = { spares: spared, less, more };
			}
		const { less, more } = best;
		if (!less || !more) return inLevels(left, imports);
		for (const page of more.pages) {
			const known = pages.get(page);
			if (known && !less.pages.has(page)) known.bears += less.weight;
		}
		left.delete(less);
		left.delete(more);
		left.add({ modules: [...more.modules, ...less.modules], pages: more.pages, weight: more.weight + less.weight });
	}
}

/**
 * Which pieces each piece imports.
 * @param {Set<Piece>} pieces
 * @param {(module: string) => readonly string[]} importsOf
 */
function importsAmong(pieces, importsOf) {
	const home = new Map([...pieces].flatMap((piece) => piece.modules.map((module) => [module, piece])));
	return new Map(
		[...pieces].map((piece) => {
			const imported = new Set(piece.modules.flatMap((module) => importsOf(module)).flatMap((module) => home.get(module) ?? []));
			imported.delete(piece);
			return [piece, imported];
		})
	);
}

/**
 * Whether one of the two imports a third that imports the other: together they and the third would be a circle.
 * @param {Piece} one
 * @param {Piece} other
 * @param {Map<Piece, Set<Piece>>} imports
 */
function aroundAnother(one, other, imports) {
	const leads = (/** @type {Piece} */ start, /** @type {Piece} */ end) => {
		const reached = new Set([...(imports.get(start) ?? [])].filter((next) => next !== end));
		// A set also gives what is added while one goes through it.
		for (const piece of reached) for (const next of imports.get(piece) ?? []) reached.add(next);
		return reached.has(end);
	};
	return leads(one, other) || leads(other, one);
}

/**
 * @param {Set<Piece>} pieces
 * @param {Map<Piece, Set<Piece>>} imports
 */
function inLevels(pieces, imports) {
	/** @type {Map<Piece, number>} */
	const levels = new Map();
	const raise = (/** @type {Piece} */ piece, /** @type {number} */ level) => {
		if ((levels.get(piece) ?? -1) >= level) return;
		levels.set(piece, level);
		for (const next of imports.get(piece) ?? []) raise(next, level + 1);
	};
	for (const piece of pieces) raise(piece, 0);
	return [...pieces].map((piece) => ({ modules: piece.modules, level: levels.get(piece) ?? 0 }));
}
