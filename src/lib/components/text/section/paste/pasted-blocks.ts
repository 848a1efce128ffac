import { officeStyle, type OfficeStyle } from '../../editor/office/office-styles.ts';
import { notesIn, noteWords, withoutNoteRests } from '../../editor/office/office-footnotes.ts';
import { sectionLimits } from '#lib/model/documents/section-doc.ts';

/* What a pasted page means in the words of a section's document, said in HTML that the editor's own rules read. */

const headings = 'h1, h2, h3, h4, h5, h6';
/** Where a heading, a picture, a quotation or a table cannot stand. */
const within = 'li, td, th, blockquote';

function renamed(element: Element, name: string): HTMLElement {
	const made = document.createElement(name);
	made.append(...element.childNodes);
	element.replaceWith(made);
	return made;
}

/** A paragraph that its program shows as a heading. */
function levelSaid(paragraph: Element, classes: ReadonlyMap<string, OfficeStyle>): number {
	if (paragraph.getAttribute('role') === 'heading') return Number(paragraph.getAttribute('aria-level')) || 1;
	return Number(officeStyle(paragraph, classes).get('mso-outline-level')) || 0;
}

/** Headings by their style, without a level that skips; their bold is their own. */
export function withHeadings(content: DocumentFragment, classes: ReadonlyMap<string, OfficeStyle>): void {
	for (const paragraph of content.querySelectorAll('p')) {
		const level = levelSaid(paragraph, classes);
		if (level >= 1 && level <= 9) renamed(paragraph, `h${Math.min(level, 6)}`);
	}
	/** The levels around, as they were said. */
	const around: number[] = [];
	for (const heading of content.querySelectorAll(headings)) {
		if ((heading.textContent ?? '').trim() === '') {
			renamed(heading, 'p');
			continue;
		}
		const container = heading.closest(within);
		if (container) {
			const strong = document.createElement('strong');
			strong.append(...heading.childNodes);
			heading.append(strong);
			renamed(heading, 'p');
			continue;
		}
		const said = Number(heading.tagName.slice(1));
		while (around.length > 0 && around.at(-1)! >= said) around.pop();
		around.push(said);
		for (const bold of heading.querySelectorAll('b, strong')) bold.replaceWith(...bold.childNodes);
		for (const styled of heading.querySelectorAll('[style]')) styled.removeAttribute('style');
		renamed(heading, `h${Math.min(around.length, 3)}`);
	}
}

/** Footnotes stand where they are called; one whose words are not there stays a number. */
export function withFootnotes(content: DocumentFragment): void {
	for (const [n, note] of notesIn(content).entries()) {
		if (note.calls.length === 0) continue;
		const words = noteWords(note);
		note.body?.remove();
		for (const call of note.calls) {
			if (words === '') {
				call.replaceWith(document.createTextNode(`[${n + 1}]`));
				continue;
			}
			const sign = document.createElement('sup');
			sign.setAttribute('data-footnote', words.slice(0, sectionLimits.footnote));
			call.replaceWith(sign);
			// What a footnote cannot hold goes on behind the words that call it.
			if (words.length > sectionLimits.footnote) sign.after(document.createTextNode(` ${words.slice(sectionLimits.footnote)}`));
		}
	}
	withoutNoteRests(content);
}

/** Quotations within a list, a cell or one another, where the text of a plan has none, leave their words. */
export function withoutInnerQuotes(content: DocumentFragment): void {
	for (const quote of content.querySelectorAll('blockquote'))
		if (quote.parentElement?.closest(within)) quote.replaceWith(...quote.childNodes);
	// A table in a list or a quotation stands behind it.
	for (const table of content.querySelectorAll('table')) {
		const outer = outermost(table, 'ul, ol, blockquote');
		if (outer && !table.parentElement?.closest('table')) outer.after(table);
	}
}

export function outermost(element: Element, of: string): Element | null {
	let found: Element | null = null;
	for (let around = element.parentElement; around; around = around.parentElement) if (around.matches(of)) found = around;
	return found;
}

const block = /^(?:P|DIV|H[1-6]|UL|OL|LI|TABLE|TR|TD|TH|TBODY|THEAD|BLOCKQUOTE|FIGURE|HR|PRE|SECTION|ARTICLE)$/;

/** Whether words stand on this side of a break of lines, in its own block. */
function hasWords(line: Element, side: 'previousSibling' | 'nextSibling'): boolean {
	for (let node: Node | null = line; node; node = node.parentNode) {
		for (let next = node[side]; next; next = next[side]) {
			if (next instanceof Comment) continue;
			if (next instanceof Element && block.test(next.tagName)) return false;
			if ((next.textContent ?? '').trim() !== '' || (next instanceof Element && /^(?:BR|SUP)$/.test(next.tagName))) return true;
		}
		if (!(node.parentNode instanceof Element) || block.test(node.parentNode.tagName)) return false;
	}
	return false;
}

/** Lines that are empty in a page only keep distances there. */
export function withoutEmptyLines(content: DocumentFragment): void {
	for (const paragraph of content.querySelectorAll('p, div'))
		if ((paragraph.textContent ?? '').trim() === '' && !paragraph.querySelector('img, sup, table, figure')) paragraph.remove();
	for (const line of content.querySelectorAll('br'))
		if (!hasWords(line, 'previousSibling') || !hasWords(line, 'nextSibling')) line.remove();
	for (const line of content.querySelectorAll('hr')) line.remove();
	for (const item of content.querySelectorAll('li'))
		if ((item.textContent ?? '').trim() === '' && !item.querySelector('sup')) item.remove();
	for (const list of content.querySelectorAll('ul, ol')) if (list.children.length === 0) list.remove();
	// What a quotation held may stand behind it.
	for (const quote of content.querySelectorAll('blockquote'))
		if ((quote.textContent ?? '').trim() === '' && !quote.querySelector('img, sup, table, figure')) quote.remove();
}
