import { cleanLine } from '../documents/clean.ts';
import { fileTypes, type FileType } from './kinds.ts';

/** Characters of a name, its ending included. */
const most = 120;

/** Endings that say what a file claims to be, or that make a program of it: one that is not true gives way to the true one. */
const claims =
	/\.(jpe?g|jfif|png|webp|gif|avif|heic|heif|tiff?|bmp|svg|pdf|docx?|docm|dotx?|odt|ott|xlsx?|xlsm|xlsb|xltx|ods|ots|csv|tsv|pptx?|pptm|pp[st]x|potx|odp|otp|txt|md|log|zip|html?|xhtml|mht|mhtml|svgz|xml|js|exe|com|bat|cmd|scr|msi|bin|tmp|download)$/i;

/**
 * The name under which a file is kept: one line without path, deceiving or reserved characters, with the ending of what
 * the file is. Never empty.
 */
export function cleanFileName(given: string, { endings }: Pick<FileType, 'endings'>): string {
	const last = given.split(/[/\\]/).at(-1) ?? '';
	const line = cleanLine(last.replace(/\p{Cc}/gu, ' ').replace(/[\u200e\u200f\u061c]/g, ''))
		.replace(/[<>:"|?*]/g, '-')
		.replace(/^[.\s]+|[.\s]+$/g, '');
	const said = saidEnding(line);
	const ending = endings.find((one) => one === said) ?? endings[0];
	const stem = said === ending ? line.slice(0, -ending.length - 1) : line.replace(claims, '');
	return `${shortened(stem.replace(/[.\s]+$/, ''), most - ending.length - 1) || 'file'}.${ending}`;
}

/** A text that could also be a table is what its name calls it. */
export function namedType(given: string, type: FileType): FileType {
	const { csv, txt } = fileTypes;
	if (type !== csv && type !== txt) return type;
	const said = saidEnding(given.trimEnd());
	if (said === undefined || !csv.endings.some((one) => one === said)) return type;
	return said === 'csv' || said === 'tsv' ? csv : txt;
}

function saidEnding(name: string): string | undefined {
	return /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase();
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
