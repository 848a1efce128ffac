import type { Doc, Inline } from './doc.ts';

/** A text as it stands: empty lines part paragraphs, other line ends stay. */
export function plainDoc(text: string): Doc {
	const paragraphs = text.split(/\n(?:[ \t]*\n)+/).filter((part) => part.trim() !== '');
	return {
		type: 'doc',
		content: (paragraphs.length > 0 ? paragraphs : ['']).map((part) => ({
			type: 'paragraph',
			content: part
				.split('\n')
				.flatMap((line, index): Inline[] => [
					...(index > 0 ? [{ type: 'hardBreak' as const }] : []),
					...(line === '' ? [] : [{ type: 'text' as const, text: line }])
				])
		}))
	};
}
