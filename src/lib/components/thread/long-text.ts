import type { Doc } from '#lib/model/documents/doc.ts';

/** A text of about so many lines is more than a screen; what would hide only a few lines is not folded. */
const screenful = 40;
/** Letters of a line, between a phone and a wide screen. */
const ofLine = 70;

interface Part {
	text?: string;
	content?: readonly Part[];
}

export function isLong({ content }: Doc): boolean {
	return lines({ content: content as readonly Part[] }) > screenful;
}

function lines({ text, content = [] }: Part): number {
	if (text !== undefined) return text.length / ofLine + text.split('\n').length - 1;
	return content.reduce((sum, part) => sum + lines(part), content[0]?.content ? 0 : 1);
}

/** Folds a text; what shows it whole is fetched when there is one. */
export function folds(text: HTMLElement): void {
	import('./unfold.ts').then(
		({ unfolds }) => unfolds(text),
		// Its address still shows it.
		() => {}
	);
}
