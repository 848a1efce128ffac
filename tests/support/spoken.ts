import { dirname } from 'node:path/posix';
import { importsOf, target } from './architecture.ts';
import { keysUsed } from './catalogue.ts';
import type { Source } from './sources.ts';

/** The message files that the build sends: with every page, with those of a route besides, with a part fetched later besides. */
export interface Sent {
	everywhere: string[];
	routes: Record<string, string[]>;
	/** By the part's path from the repository's root. */
	parts: Record<string, string[]>;
}

type House = Map<string, Source>;

/** A source that a browser loads, and the message files it has by then. */
interface Loaded {
	source: Source;
	pieces: string[];
}

const later = /speaking\(\s*\(\) => import\('([^']+)'\)/g;

/** What a browser loads for a page, and may load later: the page, what frames it, and all they import. */
function loaded(house: House, page: string, sent: Sent): Loaded[] {
	const ofPage = [...sent.everywhere, ...(sent.routes[dirname(page).slice('src/routes'.length) || '/'] ?? [])].sort();
	const seen = new Map<string, Loaded>();
	const follow = (path: string, pieces: string[]) => {
		const source = house.get(path);
		const key = [path, ...pieces].join(' ');
		if (!source || seen.has(key) || path.startsWith('src/lib/server/')) return;
		seen.set(key, { source, pieces });
		const parts = new Set([...source.text.matchAll(later)].map(([, specifier]) => specifier));
		for (const specifier of importsOf({ ...source, text: source.text.replace(/\bimport type [^;]*;/g, '') })) {
			const to = target(path, specifier) ?? '';
			const more = parts.has(specifier) ? (sent.parts[to] ?? []) : [];
			follow(to, [...new Set([...pieces, ...more])].sort());
		}
	};
	follow(page, ofPage);
	follow(`${dirname(page)}/+page.ts`, ofPage);
	for (let folder = dirname(page); folder !== 'src'; folder = dirname(folder))
		for (const frame of ['+layout.svelte', '+layout.ts', '+error.svelte']) follow(`${folder}/${frame}`, ofPage);
	return [...seen.values()];
}

/** The messages that a page would say without having loaded their file: `fileOf` tells where a message stands. */
export function unspoken(sources: Source[], fileOf: ReadonlyMap<string, string>, sent: Sent): string[] {
	const house: House = new Map(sources.map((source) => [source.path, source]));
	return sources
		.filter(({ path }) => path.endsWith('/+page.svelte'))
		.flatMap(({ path }) => {
			const missing = loaded(house, path, sent).flatMap(({ source, pieces }) =>
				[...keysUsed([source])].filter((key) => !pieces.includes(fileOf.get(key) ?? ''))
			);
			return [...new Set(missing)].map((key) => `${path} says ${key} of ${fileOf.get(key)}.json`);
		});
}
