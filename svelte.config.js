import adapter from '@sveltejs/adapter-node';

/** The styles behind each short name. @type {Map<string, string>} */
const scopes = new Map();

/**
 * A short name for scoped styles: a page of two hundred posts says them two thousand times, and each name is one more that
 * cannot be packed.
 * @param {string} css
 * @param {(of: string) => string} hash
 * @throws {Error} where other styles have the same name
 */
function scopeOf(css, hash) {
	const name = `s${hash(css).slice(-4)}`;
	if ((scopes.get(name) ?? css) !== css) throw new Error(`Two components have styles called ${name}: change a comment in one of them`);
	scopes.set(name, css);
	return name;
}

/** @type {import('@sveltejs/kit').Config} */
export default {
	compilerOptions: { runes: true, discloseVersion: false, cssHash: ({ hash, css }) => scopeOf(css, hash) },
	kit: {
		adapter: adapter({ out: 'build', precompress: true }),
		files: { hooks: { server: 'src/hooks.server.ts', client: 'src/hooks.client.ts' } },
		// Addresses from the root: a long address must not make long ones of all that a page needs.
		paths: { relative: false },
		csp: {
			mode: 'nonce',
			directives: {
				'default-src': ['self'],
				'script-src': ['self'],
				'style-src': ['self'],
				'style-src-attr': ['unsafe-inline'],
				'img-src': ['self', 'data:'],
				'font-src': ['self'],
				'connect-src': ['self'],
				// The players of videos (model/videos.ts), which are fetched only when somebody presses.
				'frame-src': ['https://www.youtube-nocookie.com', 'https://player.vimeo.com'],
				'object-src': ['none'],
				'base-uri': ['self'],
				'form-action': ['self'],
				'frame-ancestors': ['none']
			}
		},
		inlineStyleThreshold: 0,
		// Pages register it themselves, once somebody has signed in and the browser is at rest.
		serviceWorker: { register: false },
		version: { pollInterval: 0 }
	}
};
