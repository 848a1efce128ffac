import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';

export default defineConfig({
	plugins: [
		paraglideVitePlugin({
			project: './project.inlang',
			outdir: './src/lib/i18n/compiled',
			outputStructure: 'locale-modules',
			emitReadme: false,
			emitPrettierIgnore: false
		}),
		sveltekit()
	],
	server: { fs: { allow: ['.'] } }
});
