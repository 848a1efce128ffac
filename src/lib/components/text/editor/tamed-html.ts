import { notesAsWords } from './office/office-footnotes.ts';
import { isHiddenCell } from './office/office-leavings.ts';
import { pastedPage } from './office/pasted-page.ts';
import { plainTable } from './office/table-lines.ts';

/**
 * Pasted HTML as a post has it: a table, which posts do not have, would run together, and a footnote leads nowhere.
 * @param onlettered hears how many lists had letters or Roman numerals, which a post does not have
 */
export function tamedHtml(html: string, onlettered?: (lists: number) => void): string {
	const { content, classes, left } = pastedPage(html);
	onlettered?.(left.lettered);
	notesAsWords(content);
	for (const hidden of content.querySelectorAll('tr, td'))
		if (isHiddenCell(hidden, classes)) for (const cell of cellsIn(hidden)) cell.replaceChildren();
	for (const table of content.querySelectorAll('table')) if (content.contains(table)) table.replaceWith(...plainTable(table));
	const page = document.createElement('template');
	page.content.append(content);
	return page.innerHTML;
}

function cellsIn(hidden: Element): Element[] {
	return hidden.tagName === 'TR' ? [...hidden.children] : [hidden];
}
