import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const asked = /\/@lucide\/svelte\/dist\/icons\/([\w-]+)\.svelte$/;

/** @param {string} name */
function drawn(name) {
	const text = readFileSync(`${root}/node_modules/@lucide/svelte/dist/icons/${name}.svelte`, 'utf8');
	const [, drawing] = /iconData = (\{.*\});/.exec(text) ?? [];
	if (!drawing) throw new Error(`The drawing of the icon ${name} was not found.`);
	/** @type {{ node: [string, Record<string, string>][] }} */
	const { node } = JSON.parse(drawing);
	const strokes = node.map(
		([tag, attributes]) =>
			`<${tag} ${Object.entries(attributes)
				.map(([key, value]) => `${key}="${value}"`)
				.join(' ')}/>`
	);
	return `<symbol id="${name}" viewBox="0 0 24 24">${strokes.join('')}</symbol>`;
}

/** Every icon that the sources name, on one sheet. */
function sheet() {
	const sources = globSync('src/**/*.svelte', { cwd: root }).map((file) => readFileSync(`${root}/${file}`, 'utf8'));
	const names = new Set(sources.flatMap((text) => [...text.matchAll(/@lucide\/svelte\/icons\/([\w-]+)/g)].map(([, name]) => name ?? '')));
	return `<svg xmlns="http://www.w3.org/2000/svg">${[...names].sort().map(drawn).join('')}</svg>`;
}

/**
 * Takes the drawings of the icons without what the library does to draw them: they stand on one sheet, which a browser
 * keeps, and an icon is markup that points there. It is hidden from screen readers because words stand beside it, and how
 * its strokes look is said by `.lucide` in app.css. Its component takes no properties.
 * @returns {import('vite').Plugin}
 */
export function plainIcons() {
	const source = sheet();
	const address = `_app/immutable/assets/icons.${createHash('sha256').update(source).digest('base64url').slice(0, 8)}.svg`;
	return {
		name: 'plain-icons',
		enforce: 'pre',
		load(id) {
			const [, name] = asked.exec(id) ?? [];
			return name ? `<svg class="lucide" aria-hidden="true"><use href="/${address}#${name}" /></svg>` : null;
		},
		generateBundle() {
			if (this.environment.name === 'client') this.emitFile({ type: 'asset', fileName: address, source });
		},
		configureServer({ middlewares }) {
			middlewares.use(`/${address}`, (_, response) => {
				response.setHeader('content-type', 'image/svg+xml');
				response.end(source);
			});
		}
	};
}
