import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const compiled = fileURLToPath(new URL('../../src/lib/i18n/compiled/messages', import.meta.url));
const asked = /\/i18n\/messages\/(\w+)\/(\w+)\.json\?piece$/;
const named = /^\0messages:(\w+)\/(\w+)$/;

/**
 * Cuts each compiled locale by the files its messages stand in: `messages/lv/thread.json?piece` is a module of those messages,
 * compiled, in Latvian alone. What a piece does not name is shaken out of its own copy of the locale.
 * @returns {import('vite').Plugin}
 */
export function messagePieces() {
	return {
		name: 'message-pieces',
		enforce: 'pre',
		async resolveId(source, importer) {
			if (!source.endsWith('.json?piece')) return null;
			const file = await this.resolve(source.replace('?piece', ''), importer);
			const [, locale, name] = asked.exec(`${file?.id.replaceAll('\\', '/')}?piece`) ?? [];
			return locale ? `\0messages:${locale}/${name}` : null;
		},
		load(id) {
			const [, locale, name] = named.exec(id) ?? [];
			if (!locale) return null;
			const file = fileURLToPath(new URL(`../../src/lib/i18n/messages/${locale}/${name}.json`, import.meta.url));
			this.addWatchFile(file);
			const keys = Object.keys(JSON.parse(readFileSync(file, 'utf8'))).filter((key) => key !== '$schema');
			return `export { ${keys.join(', ')} } from ${JSON.stringify(`${compiled}/${locale}.js?piece=${name}`)};`;
		}
	};
}
