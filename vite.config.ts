import { fileURLToPath } from 'node:url';
import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import { messagePieces } from './scripts/message-pieces.mjs';
import { messages } from './scripts/messages.mjs';

export default defineConfig({
	plugins: [paraglideVitePlugin(messages), messagePieces(), sveltekit()],
	resolve: {
		alias: [{ find: './webtransport.js', replacement: fileURLToPath(new URL('src/lib/client/no-webtransport.ts', import.meta.url)) }]
	},
	build: {
		rollupOptions: {
			output: {
				// What every page needs comes as one piece: forty small ones weigh more and come later.
				codeSplitting: {
					groups: [
						{
							name: 'frame',
							test: /node_modules\/(svelte|@sveltejs|@lucide|clsx|devalue|esm-env)\/|src\/lib\/components\/(shell\/|ui\/(?!Beats|EmptyRoom|Field|SectionHead|SelectField|State|TextArea))|src\/lib\/(client|model)\/[a-z.-]+$|components\/(text|meetings)\/[A-Z]|i18n\/compiled\/registry/,
							minShareCount: 2
						}
					]
				}
			}
		}
	},
	server: { fs: { allow: ['.'] } }
});
