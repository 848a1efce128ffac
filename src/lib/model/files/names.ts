import { cleanLine } from '../documents/clean.ts';
import type { FileType } from './kinds.ts';

/** Characters of a name, its ending included. */
const most = 120;

/** Endings that say what a file claims to be: one that is not true gives way to the true one. */
const claims =
	/\.(jpe?g|png|webp|gif|avif|heic|heif|tiff?|bmp|svg|pdf|docx?|docm|dotx?|odt|xlsx?|xlsm|xlsb|ods|csv|tsv|pptx?|pptm|odp|txt|md|log|zip|html?|xhtml|xml|js|exe|com|bat|cmd|scr|msi|bin|tmp|download)$/i;

/**
 * The name under which a file is kept: one line without path, deceiving or reserved characters, with the ending of what
 * the file is. Never empty.
 */
export function cleanFileName(given: string, { endings }: Pick<FileType, 'endings'>): string {
	const last = given.split(/[/\\]/).at(-1) ?? '';
	const line = cleanLine(last.replace(/\p{Cc}/gu, ' ').replace(/[\u200e\u200f\u061c]/g, ''))
		.replace(/[<>:"|?*]/g, '-')
		.replace(/^[.\s]+|[.\s]+$/g, '');
	const said = /\.([^.]+)$/.exec(line)?.[1]?.toLowerCase();
	const ending = endings.find((one) => one === said) ?? endings[0];
	const stem = said === ending ? line.slice(0, -ending.length - 1) : line.replace(claims, '');
	return `${shortened(stem.replace(/[.\s]+$/, ''), most - ending.length - 1) || 'file'}.${ending}`;
}

/** Whole letters from the start. */
function shortened(text: string, length: number): string {
	if (text.length <= length) return text;
	let kept = '';
	for (const { segment } of new Intl.Segmenter().segment(text)) {
		if (kept.length + segment.length > length) break;
		kept += segment;
	}
	return kept.trimEnd();
}
