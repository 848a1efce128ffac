import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Source {
	/** From the repository's root, with forward slashes. */
	path: string;
	text: string;
}

export const root = join(import.meta.dirname, '../..');

const generated = ['src/lib/i18n/compiled/**', '**/node_modules/**'];

/** The files that people write, by a glob from the repository's root. */
export function sources(...patterns: string[]): Source[] {
	return globSync(patterns, { cwd: root, exclude: generated })
		.map((path) => path.replaceAll('\\', '/'))
		.sort()
		.map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}
