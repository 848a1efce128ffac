import { fileURLToPath } from 'node:url';
import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import { messagePieces } from './scripts/message-pieces.mjs';
import { messages } from './scripts/messages.mjs';
import { noEtags } from './scripts/no-etags.mjs';
import { plainIcons } from './scripts/plain-icons.mjs';

/** @param file in the folder of what only browsers run */
const client = (file: string) => fileURLToPath(new URL(`src/lib/client/${file}`, import.meta.url));

export default defineConfig({
	plugins: [paraglideVitePlugin(messages), messagePieces(), plainIcons(), noEtags(), sveltekit()],
	resolve: {
		alias: [
			{ find: /^\.\/(webtransport|polling-xhr\.node)\.js$/, replacement: client('not-at-first.ts') },
			{ find: 'socket.io-parser', replacement: client('packets.ts') }
		]
	},
	build: {
		rollupOptions: {
			output: {
				// What every page needs comes as one piece: forty small ones weigh more and come later. Signs of files are needed by few.
				codeSplitting: {
					groups: [
						{ name: 'line', test: /node_modules\/(socket\.io-client|engine\.io-(client|parser)|@socket\.io)\/(?!.*(polling|xhr))/ },
						{
							name: 'frame',
							test: /node_modules\/(svelte(?!.*\/bindings\/select)|@sveltejs(?!.*\/app\/forms)|@lucide(?!.*\/icons\/(file|image|presentation|download|text-quote|link|check|undo-2|arrow-))|clsx|devalue|esm-env)\/|src\/lib\/components\/(shell\/(?!TextPage)|ui\/(?!Beats|EmptyRoom|Field|Live|SectionHead|SelectField|State|Tag|TextArea))|src\/lib\/(client|model)\/(?!search-as-typed|search-keys|roles|moderation|invitables)[a-z.-]+$|model\/inbox\/(count|kinds)\.ts$|components\/(text|meetings)\/[A-Z]|components\/(files\/(attaching|files-part)|thread\/(refusal-words|focus-post|acts))|i18n\/compiled\/registry/,
							minShareCount: 2
						}
					]
				}
			}
		}
	},
	server: { fs: { allow: ['.'] } }
});
