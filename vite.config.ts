import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import { messagePieces } from './scripts/message-pieces.mjs';
import { messages } from './scripts/messages.mjs';
import { plainIcons } from './scripts/plain-icons.mjs';

/** What every page needs; what these modules import comes with them. */
const inFrame = new RegExp(
	[
		'node_modules/(svelte(?!.*/bindings/select)|@sveltejs(?!.*/app/forms)|clsx|devalue|esm-env)/',
		'rolldown/runtime',
		'src/routes/\\+(layout|error)\\.',
		'src/lib/i18n/(pieces|compiled/registry)',
		'src/lib/(client|model)/(?!search-|roles|moderation|invitables|uploads|send-file|kept-files|socket-io|live-thread|read-marks|held-back|hidden-texts|new-posts|thread\\.)[a-z.-]+$',
		'src/lib/model/(notifications/(count|kinds)|threads/(posts|packed-thread|reactions|mentionable)|people/tags|access/actor|network/network)\\.ts$',
		'src/lib/components/shell/(?!TextPage)',
		'src/lib/components/ui/(?!Beats|Field|Live|SectionHead|SelectField|State|Tag|TextArea)',
		'src/lib/components/(text|meetings)/(?!MeetingRow)[A-Z]',
		'src/lib/components/files/(attaching|files-part)',
		'src/lib/components/thread/(refusal-words|focus-post|acts|voice)'
	].join('|')
);

export default defineConfig({
	plugins: [paraglideVitePlugin(messages), messagePieces(), plainIcons(), sveltekit()],
	build: {
		rollupOptions: {
			output: {
				// What every page needs comes as one piece: forty small ones weigh more and come later.
				codeSplitting: {
					groups: [{ name: 'frame', test: inFrame }]
				}
			}
		}
	},
	server: { fs: { allow: ['.'] } }
});
