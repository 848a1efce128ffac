import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** What the built pages are made of. */
const inputs = [
	'src',
	'static',
	'project.inlang/settings.json',
	'package.json',
	'package-lock.json',
	'svelte.config.js',
	'vite.config.ts',
	'scripts/vite',
	'scripts/messages.mjs',
	'tsconfig.json'
];
/** Made from the messages by the build itself. */
const made = join('src', 'lib', 'i18n', 'compiled');

/**
 * @param {string} root
 * @returns {string[]}
 */
function files(root) {
	return inputs
		.map((input) => join(root, input))
		.filter(existsSync)
		.flatMap((input) =>
			statSync(input).isFile()
				? [input]
				: readdirSync(input, { recursive: true, withFileTypes: true })
						.filter((entry) => entry.isFile())
						.map((entry) => join(entry.parentPath, entry.name))
		)
		.filter((file) => !relative(root, file).startsWith(made + sep))
		.sort();
}

/**
 * Changes whenever anything changes that the pages are built from.
 * @param {string} root
 */
export function hashOfSources(root) {
	const hash = createHash('sha256');
	for (const file of files(root)) {
		hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0');
	}
	return hash.digest('hex');
}
