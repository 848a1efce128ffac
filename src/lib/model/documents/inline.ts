import { addressesIn } from './addresses.ts';
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

export function toRun({ text, marks = [] }: Text): Run {
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

/** Without the space at its end, which nobody sees, and without one alone at its start, which a new line left there. */
function trimmed(line: InlineLine): InlineLine {
	const runs = [...line];
	const [first] = runs;
	if (first && !first.code) runs[0] = { ...first, text: first.text.replace(/^[^\S\t](?!\s)/u, '') };
	if (runs[0]?.text === '') runs.shift();
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

/** An address that stands bare is a link, however it came in. */
function linked(run: Run): Run[] {
	if (run.code || run.href !== null) return [run];
	const parts: Run[] = [];
	let done = 0;
	for (const { index, text, href } of addressesIn(run.text)) {
		parts.push({ ...run, text: run.text.slice(done, index) }, { ...run, text, href });
		done = index + text.length;
	}
	return [...parts, { ...run, text: run.text.slice(done) }].filter(({ text }) => text !== '');
}

function cleaned(line: InlineLine): InlineLine {
	const clean = (run: Run): Run => ({ ...run, text: cleanText(run.text).replaceAll('\n', ' ') });
	return trimmed(withoutMarkedEdges(merged(merged(line.map(clean)).map(clean)).flatMap(linked)));
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
