/* Cells of a spreadsheet that come as words: a line for each row, a tab between two cells. */

/** Characters of a cell at most, in Excel. */
const cellLimit = 32_767;

/**
 * A cell that holds a tab, a line or a sign of quotation stands in such signs, and those within it are doubled.
 * @returns where such a cell ends that begins at `at`; -1 where none does
 */
function quotedEnd(text: string, at: number): number {
	if (text[at] !== '"') return -1;
	for (let sign = text.indexOf('"', at + 1); sign !== -1 && sign - at <= cellLimit; sign = text.indexOf('"', sign + 2))
		if (text[sign + 1] !== '"') return /[\t\n]/.test(text[sign + 1] ?? '\n') ? sign + 1 : -1;
	return -1;
}

/** What stands before the items of a list in words. */
const sign = /^(?:[-–—•·▪◦*o]|[([]?(?:\d+|[a-z]|[ivxlc]+)[.)\]])$/i;

function rowsIn(text: string): string[][] {
	const plain = /[^\t\n]*/y;
	const rows: string[][] = [[]];
	for (let at = 0; ; at += 1) {
		plain.lastIndex = at;
		const quoted = quotedEnd(text, at);
		const all = quoted === -1 ? (plain.exec(text)?.[0] ?? '') : text.slice(at, quoted);
		const within = quoted === -1 ? '' : all.slice(1, -1);
		rows.at(-1)?.push(/[\t\n]|""/.test(within) ? within.replaceAll('""', '"') : all);
		at += all.length;
		if (at >= text.length) return rows;
		if (text[at] === '\n') rows.push([]);
	}
}

const cellHtml = (words: string): string => `<td>${words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '<br>')}</td>`;

/**
 * A text of two lines or more with the same number of tabs in each, as HTML of a table; null for any other. Lines that are
 * only indented are none, nor are the items of a list.
 */
export function tableInText(text: string): string | null {
	const lines = text.replace(/\r\n?/g, '\n').replace(/\n+$/, '');
	if (!lines.includes('\t') || !lines.includes('\n')) return null;
	const rows = rowsIn(lines);
	const columns = rows[0]?.length ?? 0;
	if (rows.length < 2 || columns < 2 || rows.some(({ length }) => length !== columns)) return null;
	if (rows.every(([first = '']) => first.trim() === '')) return null;
	if (columns === 2 && rows.every(([first = '']) => sign.test(first.trim()))) return null;
	return `<table>${rows.map((row) => `<tr>${row.map(cellHtml).join('')}</tr>`).join('')}</table>`;
}
