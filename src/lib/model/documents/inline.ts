import { cleanText } from './clean.ts';
import type { HardBreak, Inline, Mark, Text } from './doc.ts';

export type Emphasis = 'bold' | 'italic';

/** A stretch of text with equal marks. Code stands alone; the others combine. */
export interface Run {
	text: string;
	code: boolean;
	bold: boolean;
	italic: boolean;
	href: string | null;
}

/** The runs of one line: what lies between two hard breaks. */
export type InlineLine = Run[];

export const plain: Omit<Run, 'text'> = { code: false, bold: false, italic: false, href: null };

export function sameMarks(a: Run, b: Run): boolean {
	return a.code === b.code && a.bold === b.bold && a.italic === b.italic && a.href === b.href;
}

function toRun({ text, marks = [] }: Text): Run {
	const has = (type: Mark['type']): boolean => marks.some((mark) => mark.type === type);
	if (has('code')) return { ...plain, text, code: true };
	const link = marks.find((mark) => mark.type === 'link');
	return { text, code: false, bold: has('bold'), italic: has('italic'), href: link?.attrs.href ?? null };
}

function toMarks(run: Run): Mark[] {
	const marks: Mark[] = [];
	if (run.href !== null) marks.push({ type: 'link', attrs: { href: run.href } });
	if (run.bold) marks.push({ type: 'bold' });
	if (run.italic) marks.push({ type: 'italic' });
	if (run.code) marks.push({ type: 'code' });
	return marks;
}

function merged(runs: readonly Run[]): Run[] {
	const result: Run[] = [];
	for (const run of runs) {
		if (run.text === '') continue;
		const last = result.at(-1);
		if (last && sameMarks(last, run)) result[result.length - 1] = { ...last, text: last.text + run.text };
		else result.push(run);
	}
	return result;
}

/** Space at the edge of a marked stretch loses the mark: nobody sees it there, and Markdown cannot say it. */
function withoutMarkedEdges(runs: readonly Run[]): Run[] {
	const pieces = runs.flatMap((run): Run[] =>
		run.code ? [run] : (run.text.match(/^\s+|\s+$|\S(?:.*\S)?/gsu) ?? []).map((text) => ({ ...run, text }))
	);
	const isSpace = (piece: Run): boolean => !piece.code && piece.text.trim() === '';
	const marked = (piece: Run | undefined, mark: Emphasis | 'href', as: Run): boolean =>
		piece !== undefined && Boolean(as[mark]) && piece[mark] === as[mark];
	const strip = (from: number, step: 1 | -1): void => {
		for (let index = from; ; index += step) {
			const piece = pieces[index];
			if (!piece) return;
			if (!isSpace(piece)) continue;
			const before = pieces[index - step];
			pieces[index] = {
				...piece,
				bold: marked(before, 'bold', piece),
				italic: marked(before, 'italic', piece),
				href: marked(before, 'href', piece) ? piece.href : null
			};
		}
	};
	strip(0, 1);
	strip(pieces.length - 1, -1);
	return merged(pieces);
}

function trimmed(line: InlineLine): InlineLine {
	const runs = [...line];
	for (let first = runs[0]; first && !first.code; first = runs[0]) {
		const text = first.text.trimStart();
		if (text !== '') {
			runs[0] = { ...first, text };
			break;
		}
		runs.shift();
	}
	for (let last = runs.at(-1); last && !last.code; last = runs.at(-1)) {
		const text = last.text.trimEnd();
		if (text !== '') {
			runs[runs.length - 1] = { ...last, text };
			break;
		}
		runs.pop();
	}
	return runs;
}

function cleaned(line: InlineLine): InlineLine {
	const clean = (run: Run): Run => ({ ...run, text: cleanText(run.text).replace(/[\t\n]/g, ' ') });
	return trimmed(withoutMarkedEdges(merged(merged(line.map(clean)).map(clean))));
}

/** Inline content as lines of runs, in canonical shape; empty lines are empty arrays. */
export function toLines(content: readonly Inline[]): InlineLine[] {
	let line: InlineLine = [];
	const lines = [line];
	const next = (): void => {
		line = [];
		lines.push(line);
	};
	for (const node of content) {
		if (node.type === 'hardBreak') next();
		else
			for (const [index, text] of cleanText(node.text).split('\n').entries()) {
				if (index > 0) next();
				line.push({ ...toRun(node), text });
			}
	}
	return lines.map(cleaned);
}

/** Lines of runs as inline content, a hard break between two of them. */
export function fromLines(lines: readonly InlineLine[]): Inline[] {
	const nodes = lines.flatMap((line): Inline[] => [
		{ type: 'hardBreak' } satisfies HardBreak,
		...line.map((run): Text => {
			const marks = toMarks(run);
			return marks.length > 0 ? { type: 'text', text: run.text, marks } : { type: 'text', text: run.text };
		})
	]);
	return nodes.slice(1);
}
