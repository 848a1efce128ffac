import { breakersWritten, withoutBreakers } from './breaker.ts';
import type { Block, Inline, ListItem } from './doc.ts';
import { fromLines, plain } from './inline.ts';
import { docLimits } from './limits.ts';
import { readLine } from './read-inlines.ts';

/**
 * How much in a text counts: all marks, lists only from 1 on unless it is said of another number, those of other programs
 * too, the marks within lines and code but nothing at the start of a line, or nothing but the numbers of a list.
 */
export type Meaning = 'written' | 'typed' | 'pasted' | 'beside' | 'numbers';

/** A block, and the line that follows it. */
interface Found {
	block: Block;
	end: number;
}
interface Marker {
	indent: number;
	/** The sign of a bullet, or 1 for all numbers. */
	kind: string;
	number: number;
	/** Whether it is said that a list begins with it. */
	said: boolean;
	/** From here on the further lines of the item are indented. */
	width: number;
	rest: string;
}
interface Item {
	lines: string[];
	begun: boolean;
}

const marker = /^( {0,3})(?:([-•*+])|(0|[1-9]\d{0,8})(\ufffa?)\.)(?:[ \t]+(.*)|)$/;
const fence = /^( {0,3})(`{3,})([\w+#.-]{1,40})?[ \t]*$/;
/** A house number is none. */
const heading = /^#{1,6} +([*`["„“«(]*\p{L}.*)$/u;

function isBlank(line: string): boolean {
	return withoutBreakers(line).trim() === '';
}

/** Whether a line goes on with what is indented so far. */
function goesOn(line: string, width: number): boolean {
	return !isBlank(line) && line.startsWith(' '.repeat(width));
}

/** Reads lines as blocks. What is not surely meant as a block is a line of a paragraph. */
export class BlockReader {
	readonly #meaning: Meaning;
	readonly #bullets: string;

	constructor(meaning: Meaning) {
		this.#meaning = meaning;
		this.#bullets = { written: '-•', typed: '-•', pasted: '-•*+', beside: '', numbers: '' }[meaning];
	}

	/** @param begun whether the first line is the first of a list item, which begins with words */
	blocks(lines: readonly string[], depth = 0, begun = false): Block[] {
		const found: Block[] = [];
		let words: string[] = begun ? lines.slice(0, 1) : [];
		const end = (): void => {
			if (words.length > 0) found.push(this.#paragraph(words));
			words = [];
		};
		const place = new Place(lines);
		for (let at = words.length; at < lines.length;) {
			const line = lines[at] ?? '';
			const block = isBlank(line) || depth >= docLimits.depth ? null : this.#block(place, at, depth);
			if (block) {
				end();
				found.push(block.block);
			} else if (isBlank(line)) end();
			else words.push(line);
			at = block ? block.end : at + 1;
		}
		end();
		return found;
	}

	#paragraph(lines: readonly string[]): Block {
		const literally = this.#meaning === 'numbers';
		return { type: 'paragraph', content: fromLines(lines.map((line) => (literally ? [{ ...plain, text: line }] : readLine(line)))) };
	}

	#block(place: Place, at: number, depth: number): Found | null {
		if (this.#meaning === 'beside') return this.#code(place, at);
		const list = this.#list(place, at, depth);
		if (list || this.#meaning === 'numbers') return list;
		return this.#code(place, at) ?? this.#quotation(place.lines, at, depth) ?? this.#heading(place.lines, at);
	}

	#heading(lines: readonly string[], at: number): Found | null {
		const [, words] = (this.#meaning === 'pasted' && heading.exec(lines[at] ?? '')) || [];
		if (words === undefined) return null;
		const content: Inline[] = fromLines([readLine(words, { ...plain, bold: true })]);
		return { block: { type: 'paragraph', content }, end: at + 1 };
	}

	/** Code stands between two fences; one without the other is text, and so are two with nothing between them. */
	#code(place: Place, at: number): Found | null {
		const [, indent = '', open, language] = fence.exec(place.lines[at] ?? '') ?? [];
		const end = open === undefined ? -1 : place.closing(open.length, at + 1);
		if (end === -1 || place.lines.slice(at + 1, end).every((line) => breakersWritten(line).trim() === '')) return null;
		const text = place.lines
			.slice(at + 1, end)
			.map((line) => breakersWritten(line.startsWith(indent) ? line.slice(indent.length) : line.trimStart()))
			.join('\n');
		const block: Block = {
			type: 'codeBlock',
			attrs: { language: language ?? null },
			content: [{ type: 'text', text }]
		};
		return { block, end: end + 1 };
	}

	/** Lines behind a > are a quotation, unless the first says "more than 18"; below a > alone none does. */
	#quotation(lines: readonly string[], at: number, depth: number): Found | null {
		const isBehind = (place: number): boolean => /^>(?: |$)/.test(lines[place] ?? '');
		let end = at;
		while (isBehind(end)) end += 1;
		if (end === at || isBehind(at - 1)) return null;
		const inner = lines.slice(at, end).map((line) => line.replace(/^> ?/, ''));
		const [first = ''] = inner;
		if (/^\s*\d/.test(first) || (end - at < 2 && /^\s|^$/.test(first)) || inner.every(isBlank)) return null;
		return { block: { type: 'blockquote', content: this.blocks(inner, depth + 1) }, end };
	}

	#marker(line: string): Marker | null {
		const [, indent = '', bullet, number, said, rest = ''] = marker.exec(line) ?? [];
		if (bullet === undefined && number === undefined) return null;
		if (bullet !== undefined && !this.#bullets.includes(bullet)) return null;
		if (bullet === '+' && /^\d/.test(rest)) return null;
		const width = indent.length + (bullet ?? `${number}.`).length + 1;
		return { indent: indent.length, kind: bullet ?? '1', number: Number(number ?? 0), said: Boolean(said), width, rest };
	}

	/** Two items make a list, or one behind a •; numbers go up one by one from where one may begin, or all of them are words. */
	#list(place: Place, at: number, depth: number): Found | null {
		const { lines } = place;
		const first = this.#marker(lines[at] ?? '');
		if (!first || (first.kind === '1' && at < place.noNumbersBefore)) return null;
		const items: Item[] = [];
		let counted = true;
		let begins = this.#meaning === 'written' || first.kind !== '1' || first.number === 1;
		let end = at;
		for (let next: Marker | null = first; next;) {
			const item = this.#item(lines, end, next);
			if (!item) break;
			items.push(item);
			begins ||= next.said;
			end = item.end;
			let following = end;
			while (following < lines.length && (lines[following] ?? '').trim() === '') following += 1;
			const { kind, indent, number }: Marker = next;
			next = this.#marker(lines[following] ?? '');
			if (next?.kind !== kind || next.indent !== indent) break;
			const goesUp = kind !== '1' || next.number === number + 1;
			if (!goesUp && following > end) break;
			counted &&= goesUp;
			end = following;
		}
		const sure = counted && begins && (items.length > 1 || (first.kind === '•' && items.length > 0));
		if (first.kind === '1' && !sure) place.noNumbersBefore = end;
		if (!sure) return null;
		const content = items.map((item): ListItem => ({ type: 'listItem', content: this.blocks(item.lines, depth + 1, item.begun) }));
		const block: Block =
			first.kind === '1' ? { type: 'orderedList', attrs: { start: first.number }, content } : { type: 'bulletList', content };
		return { block, end };
	}

	/** An item, which says something in its first line or in an indented one. */
	#item(lines: readonly string[], at: number, { width, rest }: Marker): (Item & { end: number }) | null {
		const begun = !isBlank(rest);
		const own = begun ? [rest] : [];
		if (!begun && !goesOn(lines[at + 1] ?? '', width)) return null;
		let end = at + 1;
		for (let ahead = end; ahead < lines.length; ahead += 1) {
			const line = lines[ahead] ?? '';
			if (line.trim() === '') continue;
			if (!line.startsWith(' '.repeat(width))) break;
			for (; end <= ahead; end += 1) own.push((lines[end] ?? '').slice(width));
		}
		return { lines: own, begun, end };
	}
}

/** The lines of one container, with what was found out about them. */
class Place {
	readonly lines: readonly string[];
	/** Numbers before this line do not make a list. */
	noNumbersBefore = 0;
	/** No fence of this length or more is closed any more. */
	#unclosed = Infinity;

	constructor(lines: readonly string[]) {
		this.lines = lines;
	}

	closing(length: number, from: number): number {
		if (length >= this.#unclosed) return -1;
		const end = this.lines.findIndex(
			(line, index) => index >= from && (/^ {0,3}(`{3,})[ \t]*$/.exec(line)?.[1]?.length ?? 0) >= length
		);
		if (end === -1) this.#unclosed = length;
		return end;
	}
}
