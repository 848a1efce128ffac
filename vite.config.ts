import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';

import { messagePieces } from './scripts/vite/message-pieces.mjs';
import { messagesSpoken } from './scripts/vite/messages-spoken.mjs';
import { messages } from './scripts/messages.mjs';
import { pageWeight } from './scripts/vite/page-weight.mjs';

export default defineConfig({
	plugins: [paraglideVitePlugin(messages), messagePieces(), messagesSpoken(), pageWeight(), sveltekit()],
	server: { fs: { allow: ['.'] } }
});
