import { officeStyle, type OfficeStyle } from './office-styles.ts';

/*
 * What offices put on the clipboard though nobody sees it in the text: words deleted in tracked changes, comments, hidden
 * words. And what is seen but cannot be read: drawings and text boxes.
 */

/** How much of what was copied does not come along. */
export interface Leavings {
	comments: number;
	/** Text boxes. */
	boxes: number;
	/** Columns of a sheet that were hidden. */
	hidden: number;
	/** Rows and columns beyond what a table of a plan holds. */
	cells: number;
	pictures: number;
	/** Equations and embedded objects. */
	objects: number;
	/** Lists whose letters or Roman numerals became 1, 2, 3. */
	lettered: number;
}

export const noLeavings: Leavings = { comments: 0, boxes: 0, hidden: 0, cells: 0, pictures: 0, objects: 0, lettered: 0 };

const deleted = 'del, .msoDel, [class*="TrackChangeTextDeletion"]';
/** The sign of a comment in the text, of Word and of Google. */
const commentSigns = '.MsoCommentReference, a.msocomanchor, a[href^="#cmnt"]:not([href^="#cmnt_ref"])';

function isHidden(style: OfficeStyle): boolean {
	return style.get('display') === 'none' || /^all$/i.test(style.get('mso-hide') ?? '');
}

function textBoxes(content: DocumentFragment): number {
	const walker = document.createTreeWalker(content, NodeFilter.SHOW_COMMENT);
	let boxes = 0;
	for (let node = walker.nextNode(); node; node = walker.nextNode()) boxes += node.textContent?.match(/<v:textbox/g)?.length ?? 0;
	return boxes;
}

/** A comment of Google's stands at the end, in a box of its own that leads back. */
function googleComments(content: DocumentFragment): Element[] {
	return [...content.querySelectorAll('a[href^="#cmnt_ref"]')].flatMap((back) => back.closest('div') ?? back.closest('p') ?? []);
}

/** Takes away what nobody sees, and says how much of it was somebody's words. */
export function withoutUnseen(content: DocumentFragment, classes: ReadonlyMap<string, OfficeStyle>): Pick<Leavings, 'comments' | 'boxes'> {
	for (const element of content.querySelectorAll(deleted)) element.remove();
	const boxes = textBoxes(content);
	const listed = [...content.querySelectorAll('[style*="mso-element"]')].filter((element) =>
		/^comment(-list)?$/.test(officeStyle(element).get('mso-element') ?? '')
	);
	for (const element of [...listed, ...googleComments(content)]) element.remove();
	const comments = new Set(
		[...content.querySelectorAll(commentSigns)].map(
			(sign) => sign.querySelector('a[href]')?.getAttribute('href') ?? sign.getAttribute('href') ?? sign
		)
	).size;
	for (const sign of content.querySelectorAll(commentSigns)) sign.remove();
	for (const element of content.querySelectorAll('[style], [class]'))
		if (!/^(?:COL|COLGROUP|TR|TD|TH)$/.test(element.tagName) && isHidden(officeStyle(element, classes))) element.remove();
	return { comments, boxes };
}

/** Whether a column of a sheet, or a cell, is hidden. */
export function isHiddenCell(element: Element, classes: ReadonlyMap<string, OfficeStyle>): boolean {
	return isHidden(officeStyle(element, classes));
}
