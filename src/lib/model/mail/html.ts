import { looks, night } from './looks.ts';
import type { Email, Part } from './email.ts';

/**
 * The email as HTML that any mail program shows: looks inline, nothing fetched from anywhere, nothing that runs.
 * By night programs that can invert through the sheet in the head; the others show day.
 */
export function asHtml({ lang, subject, title, preview, parts, foot }: Email): string {
	return `<!doctype html>
<html lang="${escaped(lang)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escaped(subject)}</title>
<style>${night}</style>
</head>
<body class="paper" style="${looks.body}">
${preview && `<div aria-hidden="true" style="${looks.preview}">${escaped(preview)}</div>`}
<div role="article" aria-label="${escaped(subject)}" style="${looks.sheet}">
<p class="ink2" style="${looks.brand}"><span class="stroke" style="${looks.long}"></span><span class="stroke" style="${looks.short}"></span> Swing</p>
<h1 class="ink" style="${looks.title}">${escaped(title)}</h1>
${parts.map(inHtml).join('\n')}
${foot.length > 0 ? `<div class="foot" style="${looks.foot}">\n${foot.map(inFoot).join('\n')}\n</div>` : ''}
</div>
</body>
</html>
`;
}

function inHtml(part: Part): string {
	switch (part.is) {
		case 'words':
			return `<p class="ink" style="${looks.words}">${lines(part.words)}</p>`;
		case 'heading':
			return `<h2 class="ink head" style="${looks.heading}">${part.url ? anchor(part.words, part.url, 'ink', looks.headingLink) : escaped(part.words)}</h2>`;
		case 'quotation':
			return `<p class="ink2" style="${looks.by}">${anchor(part.by, part.url, 'link', looks.link)}</p>
<blockquote class="ink quote" lang="${escaped(part.lang)}" style="${looks.quotation}">${lines(part.words)}</blockquote>${part.with ? `\n<p class="ink2" style="${looks.with}">${escaped(part.with)}</p>` : ''}`;
		case 'door':
			return `<p style="${looks.words}">${anchor(part.words, part.url, 'door', looks.door)}</p>`;
		case 'link':
			return `<p style="${looks.words}">${anchor(part.words, part.url, 'link', looks.link)}</p>`;
	}
}

function inFoot(part: Part): string {
	if (part.is === 'link') return `<p style="${looks.small}">${anchor(part.words, part.url, 'ink2', looks.smallLink)}</p>`;
	return part.is === 'words' ? `<p class="ink2" style="${looks.small}">${lines(part.words)}</p>` : inHtml(part);
}

function anchor(words: string, url: string, className: string, style: string): string {
	return `<a class="${className}" href="${escaped(url)}" style="${style}">${escaped(words)}</a>`;
}

function lines(words: string): string {
	return escaped(words).replaceAll('\n', '<br>');
}

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** What people wrote, as words and never as markup. */
export function escaped(words: string): string {
	return words.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign);
}
