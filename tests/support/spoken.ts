import { dirname } from 'node:path/posix';
import { piecesOf } from '#lib/i18n/pieces.ts';
import { importsOf, target } from './architecture.ts';
import { keysUsed } from './catalogue.ts';
import type { Source } from './sources.ts';

type House = Map<string, Source>;

/** What a browser loads for a page, and may load later: the page, what frames it, and all they import. */
function loaded(house: House, page: string): Source[] {
	const seen = new Set<string>();
	const follow = (path: string) => {
		const source = house.get(path);
		if (!source || seen.has(path) || path.startsWith('src/lib/server/')) return;
		seen.add(path);
		for (const specifier of importsOf(source)) follow(target(path, specifier) ?? '');
	};
	follow(page);
	for (let folder = dirname(page); folder !== 'src'; folder = dirname(folder))
		for (const frame of ['+layout.svelte', '+layout.ts', '+error.svelte', '+page.ts']) follow(`${folder}/${frame}`);
	return [...seen].flatMap((path) => house.get(path) ?? []);
}

/** The messages that a page would say without having loaded their file: `fileOf` tells where a message stands. */
export function unspoken(sources: Source[], fileOf: ReadonlyMap<string, string>): string[] {
	const house: House = new Map(sources.map((source) => [source.path, source]));
	return sources
		.filter(({ path }) => path.endsWith('/+page.svelte'))
		.flatMap(({ path }) => {
			const pieces = piecesOf(dirname(path).slice('src/routes'.length) || '/');
			return [...keysUsed(loaded(house, path))]
				.filter((key) => !pieces.includes(fileOf.get(key) ?? ''))
				.map((key) => `${path} says ${key} of ${fileOf.get(key)}.json`);
		});
}
