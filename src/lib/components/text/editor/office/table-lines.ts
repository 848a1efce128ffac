import { placedCells, hasContent, type CellPlace } from './table-cells.ts';

/* Where there are no tables, or none within one, the rows of a table become lines, with a tab between two cells. */

const inline = /^(?:a|b|strong|i|em|code|span|font|u|s|small|sub|sup|mark|o:p)$/i;

/** What no cell of a table holds. */
const parts = 'ul, ol, table, blockquote, pre, p ~ p, div ~ div';

/** The words of a cell with their marks, in one line. */
function flat(from: Node, into: Node): void {
	for (const node of from.childNodes) {
		if (node instanceof Text) into.appendChild(node.cloneNode());
		if (!(node instanceof Element)) continue;
		if (!hasContent(node)) into.appendChild(document.createTextNode(' '));
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

function asLines(table: HTMLTableElement, rows: readonly CellPlace[][]): HTMLElement {
	const lines = document.createElement('p');
	if (table.caption) {
		lines.append(wordsOf(table.caption), document.createElement('br'));
	}
	for (const row of rows) {
		let at = 0;
		for (const { cell, column } of row) {
			if (column > at) lines.append(tab(column - at));
			if (hasContent(cell)) lines.append(wordsOf(cell));
			at = column;
		}
		lines.append(document.createElement('br'));
	}
	lines.lastChild?.remove();
	return lines;
}

/** A table of one column holds a page together, as in letters: what is in it stands by itself. */
function isLaidOut(rows: readonly CellPlace[][]): boolean {
	const filled = rows.map((row) => row.filter(({ cell }) => hasContent(cell)));
	if (filled.some(({ length }) => length > 1)) return false;
	const said = filled.flat();
	return new Set(said.map(({ column }) => column)).size < 2 || said.some(({ cell }) => cell.querySelector(parts));
}

function asBlocks(rows: readonly CellPlace[][]): HTMLElement[] {
	return rows.flat().map(({ cell }) => {
		const block = document.createElement('div');
		block.append(...cell.childNodes);
		return block;
	});
}

/** The rows that say something, without those of a table within. */
function rowsOf(table: Element): CellPlace[][] {
	const rows = [...table.querySelectorAll('tr')].filter((row) => row.closest('table') === table);
	return placedCells(rows.map((row) => [...row.children])).filter((row) => row.some(({ cell }) => hasContent(cell)));
}

/** What stands in the place of a table: its lines, or what it held together. */
export function plainTable(table: HTMLTableElement): HTMLElement[] {
	const rows = rowsOf(table);
	return isLaidOut(rows) ? asBlocks(rows) : [asLines(table, rows)];
}
