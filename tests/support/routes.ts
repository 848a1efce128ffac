import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { root } from './sources.ts';

/** An address of the product, as the sources have it: a new one is here by itself. */
export interface Route {
	/** With its parameters in brackets: `/meetings/[slug]`. */
	path: string;
	/** What may be posted to it: `''` for the only form of a page, `?/name` for one of several. */
	actions: string[];
}

const folder = join(root, 'src/routes');

/** Those of every thread are asked for as a meeting's. */
const ofThreads = '[...subject]';

/** Every address of a page or an endpoint, in order. */
export function routes(): Route[] {
	const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
		/\+(page|server)\b.*\.(svelte|ts)$/.test(file)
	);
	const paths = [...new Set(files.map((file) => `/${relative('.', dirname(file))}`))].sort();
	return paths.map((path) => ({ path: inBrackets(path), actions: actionsOf(path) }));
}

/** Parameters that may be left away, or are one of a few words, as any other. */
function inBrackets(path: string): string {
	return path
		.replace(ofThreads, 'meetings/[slug]')
		.replace(/\[\[(\w+)\]\]/g, '[$1]')
		.replace(/\[(\w+)=\w+\]/g, '[$1]');
}

function actionsOf(path: string): string[] {
	const server = readdirSync(join(folder, path)).find((file) => file === '+page.server.ts');
	const [, rest] = server ? readFileSync(join(folder, path, server), 'utf8').split('export const actions') : [];
	if (rest === undefined) return [];
	const [, handedOn] = /^[^\n]*= \{ ([\w, ]+) \};/.exec(rest) ?? [];
	if (handedOn) return handedOn.split(', ').map((name) => `?/${name}`);
	const actions = rest.slice(0, rest.indexOf('\n};'));
	const names = [...actions.matchAll(/^\t(?:async )?(\w+)(?:: (?:async )?\(|: act\(|\(event)/gm)].map(([, name]) =>
		name === 'default' ? '' : `?/${name}`
	);
	if (names.length === 0) throw new Error(`No action was found in ${path}`);
	return names;
}

/** Every name that a field of a form bears anywhere. */
export function fieldNames(): string[] {
	const sources = ['src/routes', 'src/lib/components']
		.flatMap((dir) => readdirSync(join(root, dir), { recursive: true, encoding: 'utf8' }).map((file) => join(root, dir, file)))
		.filter((file) => /\.(svelte|ts)$/.test(file))
		.map((file) => readFileSync(file, 'utf8'));
	const said = sources.flatMap((source) => [...source.matchAll(/(?:\bname="|form\.(?:get|getAll)\('|fields\.)(\w+)/g)]);
	return [...new Set(['password', ...said.map(([, name]) => name ?? '')])].sort();
}
