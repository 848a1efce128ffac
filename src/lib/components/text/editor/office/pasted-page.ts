import { withLists } from './office-lists.ts';
import { withoutUnseen, type Leavings } from './office-leavings.ts';
import { classStyles, type OfficeStyle } from './office-styles.ts';

/*
 * A pasted page before an editor reads it: its lists as lists, without what nobody saw in it. Its styles and handlers would
 * be reported as breaches of the page's policy.
 */

/** A quote begins a value nowhere but behind its =. */
const tag = /<[a-z](?:=\s*(?:"[^"]*"|'[^']*')|=(?!\s*["'])|[^>=])*>/gi;
const handler = /(=\s*(?:"[^"]*"|'[^']*'|[^\s>"'][^\s>]*))|(?<=[\s/"'])on[a-z]+(?=\s*=)/gi;
const idle = 'style, script, noscript, base, meta, link, title, template, iframe, object';
/** A mark around a whole page means nothing: Google's clipboard has one. */
const wrappers = 'b[style*="font-weight:normal"], b[style*="font-weight: normal"]';

/** A handler would be refused, with a report, as soon as the HTML is read anywhere. */
function withoutHandlers(html: string): string {
	return html.replace(tag, (whole) => whole.replace(handler, (_found, value?: string) => value ?? 'data-unused'));
}

/** A page as it was copied. */
export interface PastedPage {
	content: DocumentFragment;
	/** What its style sheets said of classes. */
	classes: ReadonlyMap<string, OfficeStyle>;
	left: Pick<Leavings, 'comments' | 'boxes' | 'objects' | 'lettered'>;
}

export function pastedPage(html: string): PastedPage {
	const template = document.createElement('template');
	template.innerHTML = withoutHandlers(html);
	const { content } = template;
	const classes = classStyles([...content.querySelectorAll('style')].map((sheet) => sheet.textContent ?? ''));
	const objects = content.querySelectorAll('object, iframe, video, audio, canvas, svg').length;
	for (const element of content.querySelectorAll(idle)) element.remove();
	for (const wrapper of content.querySelectorAll(wrappers)) wrapper.replaceWith(...wrapper.childNodes);
	const unseen = withoutUnseen(content, classes);
	for (const end of content.querySelectorAll('.EOP')) end.remove();
	const lettered = withLists(content, classes);
	return { content, classes, left: { ...unseen, objects, lettered } };
}
