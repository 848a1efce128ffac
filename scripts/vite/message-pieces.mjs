import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const compiled = fileURLToPath(new URL('../../src/lib/i18n/compiled/messages', import.meta.url));
const written = fileURLToPath(new URL('../../src/lib/i18n/messages', import.meta.url));
const virtual = 'virtual:message-pieces';
const asked = /^virtual:messages\/\w+\/\w+$/;
const piece = /^\0virtual:messages\/(\w+)\/(\w+)$/;

/** Every message file, by locale. The server alone writes emails. */
const files = readdirSync(written).flatMap((locale) =>
	readdirSync(join(written, locale))
		.map((file) => basename(file, '.json'))
		.filter((name) => name !== 'email')
		.map((name) => ({ locale, name, path: join(written, locale, `${name}.json`) }))
);

/**
 * Cuts each compiled locale by the files its messages stand in: a piece holds the messages of one file in one locale. What it does
 * not name is shaken out of its own copy of the locale. `virtual:message-pieces` fetches one. In a build every piece stands at an
 * address that follows from its name, below one of all messages together, so that a page carries no table of them.
 * @returns {import('vite').Plugin}
 */
export function messagePieces() {
	let building = false;
	const all = createHash('sha256');
	for (const { path } of files) all.update(readFileSync(path));
	const folder = `_app/immutable/messages/${all.digest('base64url').slice(0, 10)}`;
	return {
		name: 'message-pieces',
		enforce: 'pre',
		configResolved({ command }) {
			building = command === 'build';
		},
		buildStart() {
			if (!building || this.environment.name !== 'client') return;
			for (const { locale, name } of files)
				this.emitFile({
					type: 'chunk',
					id: `virtual:messages/${locale}/${name}`,
					fileName: `${folder}/${locale}/${name}.js`,
					preserveSignature: 'strict'
				});
		},
		resolveId: (source) => (source === virtual || asked.test(source) ? `\0${source}` : null),
		load(id) {
			if (id === `\0${virtual}`) {
				if (building)
					return `export const fetchPiece = (locale, name) => import(/* @vite-ignore */ \`/${folder}/\${locale}/\${name}.js\`);`;
				const table = files.map(({ locale, name }) => `'${locale}/${name}': () => import('virtual:messages/${locale}/${name}')`);
				return `const table = { ${table.join(', ')} };\nexport const fetchPiece = (locale, name) => table[\`\${locale}/\${name}\`]?.();`;
			}
			const [, locale, name] = piece.exec(id) ?? [];
			const file = files.find((one) => one.locale === locale && one.name === name);
			if (!file) return null;
			this.addWatchFile(file.path);
			const keys = Object.keys(JSON.parse(readFileSync(file.path, 'utf8'))).filter((key) => key !== '$schema');
			// Where nothing is shaken out, all pieces share the one copy.
			const copy = building ? `?piece=${name}` : '';
			return `export { ${keys.join(', ')} } from ${JSON.stringify(`${compiled}/${locale}.js${copy}`)};`;
		}
	};
}
