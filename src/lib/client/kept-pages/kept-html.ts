import type { KeptPage } from './kept-page.ts';

/** Where the page that stands for those never read lists those that were. */
const listPlace = /(<div\b[^>]*\bdata-kept-pages\b[^>]*>)(?=<\/div>)/;

/** The words of a page's title without the product's name and what was new, with their entities as they are. */
export function titleOf(html: string): string {
	return (/<title>([^<]*)<\/title>/.exec(html)?.[1] ?? '')
		.replace(/ · [^·]*$/, '')
		.replace(/^\(\d+\+?\) /, '')
		.trim();
}

export function languageOf(html: string): string {
	return /<html[^>]*\blang="([\w-]+)"/.exec(html)?.[1] ?? '';
}

/** What a page names of what never changes, styles, scripts and fonts, as paths with their queries. */
export function assetsIn(html: string): string[] {
	const named = html.matchAll(/["'](\/(?:_app\/immutable|fonts|cities\.css|favicon\.svg)[^"'\s<>]*)["']/g);
	return [...new Set([...named].map(([, path = '']) => path.replaceAll('&amp;', '&')))];
}

/** The page as it is shown from what is kept: it says since when it may have changed. */
export function asOf(html: string, at: number): string {
	return html.replace('<html ', `<html data-kept="${new Date(at).toISOString()}" `);
}

/** The page with a list of what can be opened, the newest first. */
export function withList(html: string, pages: readonly KeptPage[]): string {
	const lang = languageOf(html);
	const time = new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : lang, { dateStyle: 'long', timeStyle: 'short' });
	const rows = pages
		.filter(({ title }) => title !== '')
		.sort((a, b) => b.at - a.at)
		.map(({ url, title, at }) => `<li><a href="${escaped(url)}">${title}</a> <small>${time.format(at)}</small></li>`);
	return html.replace(listPlace, (place) => (rows.length > 0 ? `${place}<ul>${rows.join('')}</ul>` : place));
}

function escaped(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
