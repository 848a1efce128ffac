/*
 * Office programs say in styles what HTML has no words for: levels of lists and headings, hidden and deleted words. Their
 * properties are not those of CSS, so that browsers drop them, and they are read from the letters of the attribute.
 */

export type OfficeStyle = ReadonlyMap<string, string>;

function declared(css: string): Map<string, string> {
	const said = new Map<string, string>();
	for (const part of css.split(';')) {
		const colon = part.indexOf(':');
		if (colon > 0) said.set(part.slice(0, colon).trim().toLowerCase(), part.slice(colon + 1).trim());
	}
	return said;
}

/** What the style sheets of a pasted page say of each class. */
export function classStyles(sheets: readonly string[]): Map<string, OfficeStyle> {
	const classes = new Map<string, Map<string, string>>();
	for (const sheet of sheets) {
		const rules = sheet.replace(/<!--|-->/g, '').replace(/\/\*[^]*?\*\//g, '');
		for (const [, selectors = '', body = ''] of rules.matchAll(/([^{}]+)\{([^{}]*)\}/g))
			for (const selector of selectors.split(',')) {
				const [, name] = /^\s*[a-z]*\.([\w-]+)\s*$/i.exec(selector) ?? [];
				if (name) classes.set(name, new Map([...(classes.get(name) ?? []), ...declared(body)]));
			}
	}
	return classes;
}

/** What is said of an element by itself, and by its classes where it says nothing. */
export function officeStyle(element: Element, classes: ReadonlyMap<string, OfficeStyle> = new Map()): OfficeStyle {
	const own = declared(element.getAttribute('style') ?? '');
	if (classes.size === 0 || !element.hasAttribute('class')) return own;
	const named = [...element.classList].flatMap((name) => [...(classes.get(name) ?? [])]);
	return named.length > 0 ? new Map([...named, ...own]) : own;
}
