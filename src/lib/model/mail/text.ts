import type { Email, Part } from './email.ts';

/** Readers of plain text see lines as they come; beyond this a quotation is hard to tell from its quoting. */
const width = 72;

/** The email as plain text. */
export function asText({ title, parts, foot }: Email): string {
	const body = parts.map(inText).join('\n\n');
	const small = foot.length > 0 ? `\n\n-- \n${foot.map(inText).join('\n')}` : '';
	return `${title}\n\n${body}${small}\n`;
}

function inText(part: Part): string {
	switch (part.is) {
		case 'words':
			return part.words;
		case 'heading':
			return [part.words, '-'.repeat(Math.min([...part.words].length, width)), ...(part.url ? [part.url] : [])].join('\n');
		case 'quotation':
			return [`${part.by}:`, ...quoted(part.words), ...(part.with ? [part.with] : []), part.url].join('\n');
		case 'door':
		case 'link':
			return `${part.words}:\n${part.url}`;
	}
}

function quoted(words: string): string[] {
	return words.split('\n').flatMap((line) => (line === '' ? ['>'] : folded(line).map((piece) => `> ${piece}`)));
}

/** A line in pieces that fit, parted between words. */
function folded(line: string): string[] {
	const pieces: string[] = [];
	for (const word of line.split(' ')) {
		const last = pieces.at(-1);
		if (last !== undefined && last.length + word.length + 1 <= width - 2) pieces[pieces.length - 1] = `${last} ${word}`;
		else pieces.push(word);
	}
	return pieces;
}
