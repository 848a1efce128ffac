const folder = '_app/immutable';

/**
 * Names what browsers load by six signs of its hash, and styles by nothing else: every page knows the names of all pieces, and
 * hashes are what compression cannot shorten. Six signs tell sixty thousand million contents apart; the bundler parts those that would meet.
 * @returns {import('vite').Plugin}
 */
export function shortNames() {
	return {
		name: 'short-names',
		apply: 'build',
		enforce: 'post',
		config: (_, { isSsrBuild }) => {
			if (isSsrBuild) return null;
			return {
				build: {
					rollupOptions: {
						output: {
							entryFileNames: `${folder}/[name].[hash:6].js`,
							chunkFileNames: `${folder}/chunks/[hash:6].js`,
							assetFileNames: (asset) => `${folder}/assets/${asset.names[0]?.endsWith('.css') ? '' : '[name].'}[hash:6][extname]`
						}
					}
				}
			};
		}
	};
}
