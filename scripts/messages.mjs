import { compile } from '@inlang/paraglide-js';
import { fileURLToPath } from 'node:url';

const root = new URL('..', import.meta.url);

/** How the messages are compiled, wherever that happens. */
export const messages = /** @type {const} */ ({
	project: fileURLToPath(new URL('project.inlang', root)),
	outdir: fileURLToPath(new URL('src/lib/i18n/compiled', root)),
	outputStructure: 'locale-modules',
	// As Vite's plugin has it: the same output wherever it is made, so that nothing is made twice.
	isServer: "import.meta.env?.SSR ?? typeof window === 'undefined'",
	emitReadme: false,
	emitPrettierIgnore: false
});

/** Compiles the messages for tools that run without Vite. */
export function compileMessages() {
	return compile(messages);
}
