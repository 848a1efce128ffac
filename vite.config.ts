import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import { messages } from './scripts/messages.mjs';

export default defineConfig({
	plugins: [paraglideVitePlugin(messages), sveltekit()],
	server: { fs: { allow: ['.'] } }
});
