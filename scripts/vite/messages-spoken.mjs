import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { spoken } from './spoken.mjs';

const written = fileURLToPath(new URL('../../src/lib/i18n/messages/en', import.meta.url));

const virtual = 'virtual:spoken';
const mark = '@@spoken';
const marks = /@@spoken\d*@@/g;

const parts = /\bspeaking\(\s*\(\) => import\('([^']+)'\)/g;
const uses = /\bm(?:\.([a-z]\w*)|\[['"](\w+)['"]\])/g;
const node = /\/generated\/client-optimized\/nodes\/\d+\.js$/;
const app = /\/generated\/client-optimized\/app\.js$/;
const ofRoute = /\/src\/routes(\/.*)?\/\+(page|layout|error)\.(?:svelte|ts)$/;

/**
 * Tells the browser's program which message files to fetch, derived from what the bundler found imported: `virtual:spoken` is
 * a text of their names, then, after each semicolon, of those of every page, and of each route with those of its page besides, a
 * letter each; each
 * `speaking(() => import(…))` is given those of its part. Marks hold the places until all imports are known. In
 * development and in tests of components everything is fetched.
 * @returns {import('vite').Plugin}
 */
export function messagesSpoken() {
	const names = readdirSync(written).map((file) => basename(file, '.json'));
	const fileOf = new Map(
		names.flatMap((name) => Object.keys(JSON.parse(readFileSync(join(written, `${name}.json`), 'utf8'))).map((key) => [key, name]))
	);
	let building = false;
	/** @type {string[]} */
	let later = [];
	/** What takes the place of each mark. @type {Map<string, string>} */
	const found = new Map();
	/** For whoever checks what was found; parts are named by their paths from the repository's root. */
	let said = {};

	/** @param {string} id of a module */
	function filesOf(id) {
		if (!id.includes('/src/') || !/\.(svelte|ts)$/.test(id)) return [];
		const keys = [...readFileSync(id, 'utf8').matchAll(uses)].map(([, dotted, quoted]) => dotted ?? quoted ?? '');
		return [...new Set(keys.flatMap((key) => fileOf.get(key) ?? []))];
	}

	return {
		name: 'messages-spoken',
		enforce: 'pre',
		configResolved({ command }) {
			building = command === 'build';
		},
		buildStart() {
			later = [];
			found.clear();
		},
		resolveId: (source) => (source === virtual ? `\0${virtual}` : null),
		load: (id) =>
			id === `\0${virtual}`
				? `export default ${JSON.stringify(building ? `${mark}@@` : `${names.join(' ')};${names.map((_, place) => String.fromCharCode(97 + place)).join('')}`)};`
				: null,
		async transform(code, id) {
			if (!building || this.environment.name !== 'client' || !code.includes('speaking(')) return null;
			const calls = [...code.matchAll(parts)];
			if (code.match(/\bspeaking\(/g)?.length !== calls.length)
				this.error('A part is fetched as `speaking(() => import(…))`, so that its messages are found.');
			let marked = code;
			for (const [call, part = ''] of calls) {
				const resolved = await this.resolve(part, id);
				if (!resolved) return this.error(`${part} was not found.`);
				if (!later.includes(resolved.id)) later.push(resolved.id);
				marked = marked.replace(call, `${call}, '${mark}${later.indexOf(resolved.id)}@@'`);
			}
			return { code: marked, map: null };
		},
		buildEnd(error) {
			if (error || !building || this.environment.name !== 'client') return;
			const all = [...this.getModuleIds()];
			const nodes = new Set(all.filter((id) => node.test(id)));
			const sources = [...nodes].flatMap((id) => this.getModuleInfo(id)?.importedIds ?? []).flatMap((id) => placed(id) ?? []);
			const frame = sources.filter(({ folder, kind }) => folder === '' && kind !== 'page');
			const routes = [...new Set(sources.filter(({ kind }) => kind === 'page').map(({ folder }) => folder))];
			const starts = (/** @type {string} */ route) =>
				sources.filter(({ folder, kind }) =>
					kind === 'page' ? folder === route : folder !== '' && `${route}/`.startsWith(`${folder}/`)
				);
			const files = spoken(
				(id) => {
					const info = nodes.has(id) ? null : this.getModuleInfo(id);
					return info && { imports: info.importedIds, later: info.dynamicallyImportedIds, files: filesOf(id) };
				},
				{
					frame: [...all.filter((id) => app.test(id)), ...frame.map(({ id }) => id)],
					routes: new Map(routes.map((route) => [route || '/', starts(route).map(({ id }) => id)])),
					parts: later
				}
			);
			const routesSaying = [...files.routes].filter(([, those]) => those.length > 0).sort();
			const called = [...new Set([...files.everywhere, ...routesSaying.flatMap(([, those]) => those)])];
			const signs = (/** @type {readonly string[]} */ those) =>
				those.map((name) => String.fromCharCode(97 + called.indexOf(name))).join('');
			const texts = [called.join(' '), signs(files.everywhere), ...routesSaying.map(([route, those]) => `${route} ${signs(those)}`)];
			found.set(`${mark}@@`, texts.join(';'));
			for (const [index, part] of later.entries()) found.set(`${mark}${index}@@`, files.parts.get(part)?.join(' ') ?? '');
			const ofParts = [...files.parts].map(([id, those]) => [relative(process.cwd(), id).replaceAll('\\', '/'), those]);
			said = { everywhere: files.everywhere, routes: Object.fromEntries(files.routes), parts: Object.fromEntries(ofParts) };
		},
		renderChunk(code) {
			if (!code.includes(mark)) return null;
			return { code: code.replace(marks, (one) => found.get(one) ?? ''), map: null };
		},
		writeBundle({ dir = '' }) {
			if (this.environment.name === 'client') writeFileSync(join(dir, '..', 'spoken.json'), JSON.stringify(said));
		}
	};
}

/** @param {string} id */
function placed(id) {
	const [match, folder = '', kind] = ofRoute.exec(id) ?? [];
	return match ? { id, folder, kind } : null;
}
