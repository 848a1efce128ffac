import adapter from '@sveltejs/adapter-node';

/** @type {import('@sveltejs/kit').Config} */
export default {
	// Short names of scoped styles: a page of two hundred posts says them two thousand times.
	compilerOptions: { runes: true, cssHash: ({ hash, css }) => `s${hash(css)}` },
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
				'object-src': ['none'],
				'base-uri': ['self'],
				'form-action': ['self'],
				'frame-ancestors': ['none']
			}
		},
		inlineStyleThreshold: 0,
		// Pages register it themselves, once somebody has signed in and looked around.
		serviceWorker: { register: false },
		version: { pollInterval: 0 }
	}
};
