import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

/** What a page may weigh at most, in kB (1000 bytes) after gzip -9. */
export const budgets = { JavaScript: 96, CSS: 30, fonts: 120 };

/** @typedef {'HTML' | 'JavaScript' | 'CSS' | 'fonts' | 'other'} Kind */
/** @typedef {{ kind: Kind, url: string, bytes: number }} Piece */

/** @param {string} type @returns {Kind} */
function kindOf(type) {
	if (type.includes('javascript')) return 'JavaScript';
	if (type.includes('css')) return 'CSS';
	if (type.includes('font')) return 'fonts';
	return type.includes('html') ? 'HTML' : 'other';
}

/**
 * Opens a page with an empty cache and weighs everything that came until the network was idle, nothing touched.
 * @param {import('@playwright/test').Page} page of a context that has opened nothing else
 * @param {string} address
 * @returns {Promise<Piece[]>}
 */
export async function weigh(page, address) {
	/** @type {Promise<Piece>[]} */
	const pieces = [];
	page.on('response', (response) => {
		const size = async () => {
			const body = await response.body().catch(() => Buffer.alloc(0));
			const kind = kindOf(response.headers()['content-type'] ?? '');
			return { kind, url: response.url(), bytes: gzipSync(body, { level: 9 }).length };
		};
		if (response.status() === 200) pieces.push(size());
	});
	await page.goto(address, { waitUntil: 'networkidle' });
	return Promise.all(pieces);
}

/**
 * The sums by kind, in kB, with the budgets beside.
 * @param {Piece[]} pieces
 */
export function sums(pieces) {
	/** @type {Record<Kind, number>} */
	const bytes = { HTML: 0, JavaScript: 0, CSS: 0, fonts: 0, other: 0 };
	for (const piece of pieces) bytes[piece.kind] += piece.bytes;
	return Object.entries(bytes).map(([kind, sum]) => {
		const budget = kind in budgets ? budgets[/** @type {keyof typeof budgets} */ (kind)] : null;
		return { kind, kB: Math.round(sum / 100) / 10, budget, over: budget !== null && sum > budget * 1000 };
	});
}

/**
 * The modules that came with these pieces, as paths from the repository's root.
 * @param {Piece[]} pieces
 * @returns {string[]}
 */
export function modulesOf(pieces) {
	const standing = built();
	return pieces.flatMap(({ url }) => standing[new URL(url).pathname.slice(1)] ?? []);
}

/**
 * The path of the piece in which a module stands.
 * @param {string} module its path from the repository's root
 * @returns {string}
 */
export function pieceOf(module) {
	const [path] = Object.entries(built()).find(([, modules]) => modules.includes(module)) ?? [];
	if (path === undefined) throw new Error(`${module} stands in no piece`);
	return `/${path}`;
}

/** The modules that stand in each piece. @returns {Record<string, string[]>} */
function built() {
	return JSON.parse(readFileSync(new URL('../.svelte-kit/output/pieces.json', import.meta.url), 'utf8'));
}
