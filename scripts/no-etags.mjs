const said = 'headers.set(\'etag\', `"${hash(transformed)}"`);';

/**
 * SvelteKit reads every page through, letter by letter, for an ETag. Ours can never match: each page has a nonce and a
 * command id of its own. It cost a twentieth of a long page.
 * @returns {import('vite').Plugin}
 */
export function noEtags() {
	return {
		name: 'no-etags',
		transform(code, id) {
			if (!id.endsWith('/kit/src/runtime/server/page/render.js')) return null;
			if (!code.includes(said)) this.error('SvelteKit makes ETags of pages in another way now.');
			return { code: code.replace(said, ''), map: null };
		}
	};
}
