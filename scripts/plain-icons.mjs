import { readFile } from 'node:fs/promises';

const icon = /\/@lucide\/svelte\/dist\/icons\/[\w-]+\.svelte$/;
/**
 * Takes the drawings of the icons without what the library does to draw them: an icon is markup that never changes, hidden
 * from screen readers because words stand beside it; how its strokes look is said by `.lucide` in app.css. Its component
 * takes no properties.
 * @returns {import('vite').Plugin}
 */
export function plainIcons() {
	return {
		name: 'plain-icons',
		enforce: 'pre',
		async load(id) {
			if (!icon.test(id)) return null;
			const [, drawing] = /iconData = (\{.*\});/.exec(await readFile(id, 'utf8')) ?? [];
			if (!drawing) this.error(`The drawing of ${id} was not found.`);
			/** @type {{ node: [string, Record<string, string>][] }} */
			const { node } = JSON.parse(drawing);
			const strokes = node.map(([tag, attributes]) => `<${tag} ${Object.entries(attributes).map(([name, value]) => `${name}="${value}"`).join(' ')} />`);
			return `<svg class="lucide" viewBox="0 0 24 24" aria-hidden="true">${strokes.join('')}</svg>`;
		}
	};
}
