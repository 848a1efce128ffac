import { cleanLine, cleanText } from './clean.ts';
import type { Footnote, SectionInline, SectionMark, SectionText } from './section-doc.ts';

const order: SectionMark['type'][] = ['link', 'bold', 'italic'];

/** Marks in their one order, each once. */
export function sectionMarks(marks: readonly SectionMark[] = []): SectionMark[] {
	return order.flatMap((type) => marks.find((mark) => mark.type === type) ?? []);
}

/** Marks as one string, the same for the same marks. */
export function marksKey(marks: readonly SectionMark[] | undefined): string {
	if (!marks || marks.length === 0) return '';
	const href = marks.find((mark) => mark.type === 'link')?.attrs.href ?? '';
	const has = (type: SectionMark['type']): string => (marks.some((mark) => mark.type === type) ? type.charAt(0) : '');
	return `${has('bold')}${has('italic')} ${href}`;
}

export function sectionText(text: string, marks: readonly SectionMark[] = []): SectionText {
	return marks.length > 0 ? { type: 'text', text, marks: [...marks] } : { type: 'text', text };
}

/** Neighbours with equal marks as one text. */
export function joinedInline(content: readonly SectionInline[]): SectionInline[] {
	const joined: SectionInline[] = [];
	let last: SectionText | null = null;
	let key = '';
	for (const node of content) {
		if (node.type !== 'text') {
			joined.push(node);
			last = null;
			continue;
		}
		if (node.text === '') continue;
		const own = marksKey(node.marks);
		if (last && key === own) last.text += node.text;
		else {
			last = sectionText(node.text, sectionMarks(node.marks));
			key = own;
			joined.push(last);
		}
	}
	return joined;
}

function cleaned(node: SectionInline): SectionInline[] {
	if (node.type === 'hardBreak') return [{ type: 'hardBreak' }];
	if (node.type === 'footnote') return [cleanFootnote(node)];
	const text = cleanText(node.text);
	if (!text.includes('\n')) return [text === node.text ? node : { ...node, text }];
	return text
		.split('\n')
		.flatMap((line, index): SectionInline[] => [...(index > 0 ? [{ type: 'hardBreak' as const }] : []), { ...node, text: line }]);
}

function cleanFootnote({ attrs: { id, text } }: Footnote): Footnote {
	return { type: 'footnote', attrs: { id, text: cleanLine(text) } };
}

/** Inline content in canonical shape: clean, joined, with marks in one order and on words alone. */
export function normalInline(content: readonly SectionInline[]): SectionInline[] {
	let joined = joinedInline(joinedInline(content).flatMap(cleaned));
	// What is joined may compose anew: an accent that stood alone finds its letter.
	for (;;) {
		const again = joinedInline(joined.flatMap(cleaned));
		if (again.length === joined.length && again.every((node, place) => textIn(node) === textIn(joined[place]))) return again;
		joined = again;
	}
}

function textIn(node: SectionInline | undefined): string | undefined {
	return node?.type === 'text' ? node.text : undefined;
}
