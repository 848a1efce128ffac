import { cleanLine } from './clean.ts';
import { docLimits } from './limits.ts';
import { mentionIn } from './mentions.ts';

const schemes: readonly string[] = ['http:', 'https:', 'mailto:'];

/** Whether a link may lead there: http, https or mailto, of bearable length, with nothing hidden in it; or a mention. */
export function isLinkable(href: string): boolean {
	if (href.length > docLimits.href || /[\s<>\\]/.test(href) || cleanLine(href) !== href) return false;
	if (mentionIn(href)) return true;
	const url = URL.parse(href);
	return url !== null && schemes.includes(url.protocol);
}

/** Whether it is the address of a page on the web, without a name and a password that it would give away. */
export function isPageAddress(href: string): boolean {
	const url = isLinkable(href) && /^https?:\/\//i.test(href) ? URL.parse(href) : null;
	return url !== null && url.username === '' && url.password === '';
}
