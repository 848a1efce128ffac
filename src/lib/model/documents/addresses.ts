import { isLinkable } from './href.ts';

export interface Address {
	/** Where it begins in the text. */
	index: number;
	text: string;
	href: string;
}

const web = '(?<![\\p{L}\\d@/.-])(?:https?:\\/\\/|www\\.)[^\\s<>"“”„«»`|]+';
const mail =
	'(?<![\\p{L}\\d@/.+_-])[\\p{L}\\d][\\p{L}\\d.+_-]{0,63}@(?:[\\p{L}\\d](?:[\\p{L}\\d-]{0,61}[\\p{L}\\d])?\\.)+\\p{L}{2,24}(?![\\p{L}\\d@])';
const candidate = new RegExp(`${web}|${mail}`, 'giu');

const closing: Record<string, string> = { ')': '(', ']': '[', '}': '{' };

/** Up to the first bracket whose other half is not in it. */
function balanced(found: string): string {
	const open: { bracket: string; at: number }[] = [];
	for (let at = 0; at < found.length; at += 1) {
		const character = found.charAt(at);
		const opened = closing[character];
		if ('([{'.includes(character)) open.push({ bracket: character, at });
		else if (opened !== undefined && open.pop()?.bracket !== opened) return found.slice(0, at);
	}
	return open[0] ? found.slice(0, open[0].at) : found;
}

/** Without the punctuation of the sentence, and without a bracket that was opened before the address. */
function trimmed(found: string): string {
	const text = balanced(found).replace(/[.,;:!?…'’‘*_~\\^–—-]+$/u, '');
	return text === found ? text : trimmed(text);
}

/** The addresses of the web and of mail that stand bare in a text. */
export function addressesIn(text: string): Address[] {
	if (!/@|:\/\/|www\./i.test(text)) return [];
	const found: Address[] = [];
	candidate.lastIndex = 0;
	for (let match = candidate.exec(text); match; match = candidate.exec(text)) {
		const said = trimmed(match[0]);
		const href = /^https?:/i.test(said) ? said : /^www\./i.test(said) ? `https://${said}` : `mailto:${said}`;
		if (!isLinkable(href) || !/\..|localhost/.test(said)) continue;
		found.push({ index: match.index, text: said, href });
		candidate.lastIndex = match.index + said.length;
	}
	return found;
}
