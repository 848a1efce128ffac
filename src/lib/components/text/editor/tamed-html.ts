/*
 * Pasted HTML before the editor reads it. Its styles and handlers would be reported as breaches of the page's policy,
 * and a table, which posts do not have, would run together: its rows become lines, with a tab between two cells.
 */

/** A quote begins a value nowhere but behind its =. */
const tag = /<[a-z](?:=\s*(?:"[^"]*"|'[^']*')|=(?!\s*["'])|[^>=])*>/gi;
const handler = /(=\s*(?:"[^"]*"|'[^']*'|[^\s>"'][^\s>]*))|(?<=[\s/"'])on[a-z]+(?=\s*=)/gi;
const idle = 'style, script, noscript, base, meta, link, title, template, iframe, object';
const inline = /^(?:a|b|strong|i|em|code|span|font|u|s|small|sub|sup|mark|o:p)$/i;

/** What no cell of a table holds. */
const parts = 'ul, ol, table, blockquote, pre, p ~ p, div ~ div';

/** A handler would be refused, with a report, as soon as the HTML is read anywhere. */
function withoutHandlers(html: string): string {
	return html.replace(tag, (whole) => whole.replace(handler, (_found, value?: string) => value ?? 'data-unused'));
}

function saysSomething(cell: Element): boolean {
	return (cell.textContent ?? '').trim() !== '';
}

/** The words of a cell with their marks, in one line. */
function flat(from: Node, into: Node): void {
	for (const node of from.childNodes) {
		if (node instanceof Text) into.appendChild(node.cloneNode());
		if (!(node instanceof Element)) continue;
		if (!saysSomething(node)) into.appendChild(document.createTextNode(' '));
		else if (inline.test(node.tagName)) {
			const kept = into.appendChild(node.cloneNode());
			flat(node, kept);
		} else {
			into.appendChild(document.createTextNode(' '));
			flat(node, into);
			into.appendChild(document.createTextNode(' '));
		}
	}
}

/** Space at the edge of a cell is not part of its words. */
function trimEdge(node: Node, edge: 'firstChild' | 'lastChild'): void {
	for (let child = node[edge]; child; child = node[edge]) {
		if (!(child instanceof Text)) return trimEdge(child, edge);
		child.data = edge === 'firstChild' ? child.data.trimStart() : child.data.trimEnd();
		if (child.data !== '') return;
		child.remove();
	}
}

function wordsOf(cell: Element): DocumentFragment {
	const words = document.createDocumentFragment();
	flat(cell, words);
	trimEdge(words, 'firstChild');
	trimEdge(words, 'lastChild');
	return words;
}

function tab(cells: number): HTMLElement {
	const between = document.createElement('span');
	between.style.whiteSpace = 'pre';
	between.textContent = '\t'.repeat(cells);
	return between;
}

/** As in HTML; a cell over 0 rows reaches to the end. */
const most = { colspan: 1000, rowspan: 65_534 };

function span(cell: Element, of: keyof typeof most): number {
	const said = Number.parseInt(cell.getAttribute(of) ?? '1', 10);
	return said > 0 ? Math.min(said, most[of]) : said === 0 && of === 'rowspan' ? most.rowspan : 1;
}

/** A cell in its column. */
interface Placed {
	cell: Element;
	column: number;
}

/** The cells of each row in their columns, which those that reach down from above take too. */
function placed(rows: readonly Element[][]): Placed[][] {
	/** The row in which each column is free again. */
	const free: number[] = [];
	return rows.map((cells, row) => {
		let column = 0;
		return cells.map((cell) => {
			while ((free[column] ?? 0) > row) column += 1;
			const at = column;
			for (let wide = span(cell, 'colspan'); wide > 0; wide -= 1) {
				free[column] = row + span(cell, 'rowspan');
				column += 1;
			}
			return { cell, column: at };
		});
	});
}

function asLines(table: HTMLTableElement, rows: readonly Placed[][]): HTMLElement {
	const lines = document.createElement('p');
	if (table.caption) {
		lines.append(wordsOf(table.caption), document.createElement('br'));
	}
	for (const row of rows) {
		let at = 0;
		for (const { cell, column } of row) {
			if (column > at) lines.append(tab(column - at));
			if (saysSomething(cell)) lines.append(wordsOf(cell));
			at = column;
		}
		lines.append(document.createElement('br'));
	}
	lines.lastChild?.remove();
	return lines;
}

/** A table of one column holds a page together, as in letters: what is in it stands by itself. */
function isLaidOut(rows: readonly Placed[][]): boolean {
	const filled = rows.map((row) => row.filter(({ cell }) => saysSomething(cell)));
	if (filled.some(({ length }) => length > 1)) return false;
	const said = filled.flat();
	return new Set(said.map(({ column }) => column)).size < 2 || said.some(({ cell }) => cell.querySelector(parts));
}

function asBlocks(rows: readonly Placed[][]): HTMLElement[] {
	return rows.flat().map(({ cell }) => {
		const block = document.createElement('div');
		block.append(...cell.childNodes);
		return block;
	});
}

/** The rows that say something, without those of a table within. */
function rowsOf(table: Element): Placed[][] {
	const rows = [...table.querySelectorAll('tr')].filter((row) => row.closest('table') === table);
	return placed(rows.map((row) => [...row.children])).filter((row) => row.some(({ cell }) => saysSomething(cell)));
}

export function tamedHtml(html: string): string {
	const template = document.createElement('template');
	template.innerHTML = withoutHandlers(html);
	const { content } = template;
	for (const element of content.querySelectorAll(idle)) element.remove();
	for (const table of content.querySelectorAll('table')) {
		if (!content.contains(table)) continue;
		const rows = rowsOf(table);
		table.replaceWith(...(isLaidOut(rows) ? asBlocks(rows) : [asLines(table, rows)]));
	}
	return template.innerHTML;
}
