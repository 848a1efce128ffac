import { readFileSync } from 'node:fs';

/** @param {string} name as Lucide has it */
function drawn(name) {
	const text = readFileSync(new URL(`../node_modules/lucide-static/icons/${name}.svg`, import.meta.url), 'utf8');
	const [, strokes = ''] = /<svg[^>]*>(.*)<\/svg>/s.exec(text) ?? [];
	return `<symbol id="${name}" viewBox="0 0 24 24">${strokes
		.trim()
		.replace(/\s*\n\s*/g, '')
		.replaceAll(' />', '/>')}</symbol>`;
}

/**
 * The drawings of these icons on one sheet, as `src/lib/components/ui/icons.svg` has to be.
 * @param {readonly string[]} names
 */
export function iconSheet(names) {
	return `<svg xmlns="http://www.w3.org/2000/svg">\n${names.map(drawn).join('\n')}\n</svg>\n`;
}
