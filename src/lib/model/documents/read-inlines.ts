import { withoutBreakers } from './breaker.ts';
import { isLinkable } from './href.ts';
import { plain, type Run } from './inline.ts';

type Marks = Omit<Run, 'text'>;

/** What a mark holds, where that begins, and where the text goes on behind it. */
interface Taken {
	inner: string;
	from: number;
	marks: Marks;
	end: number;
}

/** A stretch of a line between two signs, by places in that line. */
export interface MarkedStretch {
	marks: Marks;
	/** Where its first sign stands, and the end of its last one. */
	start: number;
	end: number;
	/** What lies between them. */
	from: number;
	to: number;
}

/** What may stand before a mark that opens, and behind one that closes: never a letter or a digit. */
const beforeOpening = /[\s([{«„“"'‘‚‹¿¡]/;
const behindClosing = /[\s.,;:!?)\]}»”“"'’›…–—-]/;
/** Where `*one word*` may begin. */
const beginning = /[\p{L}\p{N}«„“"'‘([@{`\ufff9]/u;

const link = /\[((?:[^[\]]|[[\]](?=[\ufffb\ufffc]{2}))*)\]\((?:<([^\s<>]+)>|([^\s<>()]+(?:\([^\s<>()]*\)[^\s<>()]*)*))\)/y;
const special = /[*`[{]/g;
const isLetter = /^\[[\ufffb\ufffc]{2}/;

function mayOpen(line: string, at: number): boolean {
	return at === 0 || beforeOpening.test(line.charAt(at - 1));
}

function mayClose(line: string, end: number): boolean {
	return end === line.length || behindClosing.test(line.charAt(end));
}

/** One line of a paragraph. A search that found nothing is not made again further on, so a line of signs takes no time. */
class LineReader {
	readonly #line: string;
	readonly #marks: Marks;
	readonly #missing = new Set<string>();

	constructor(line: string, marks: Marks) {
		this.#line = line;
		this.#marks = marks;
	}

	runs(): Run[] {
		const line = this.#line;
		const found: Run[] = [];
		let done = 0;
		const words = (until: number): void => {
			const text = withoutBreakers(line.slice(done, until));
			if (text !== '') found.push({ ...this.#marks, text });
		};
		for (const { at, taken } of this.#all()) {
			words(at);
			if (this.#isCode(at, taken)) found.push({ ...taken.marks, text: withoutBreakers(taken.inner) });
			else found.push(...new LineReader(taken.inner, taken.marks).runs());
			done = taken.end;
		}
		words(line.length);
		return found;
	}

	/** @param by how far this line stands in the one that is asked for */
	marked(by = 0): MarkedStretch[] {
		return this.#all().flatMap(({ at, taken }) => {
			const { inner, marks, from, end } = taken;
			const one: MarkedStretch = { marks, start: by + at, end: by + end, from: by + from, to: by + from + inner.length };
			return [one, ...(this.#isCode(at, taken) ? [] : new LineReader(inner, marks).marked(by + from))];
		});
	}

	#all(): { at: number; taken: Taken }[] {
		let done = 0;
		return [...this.#line.matchAll(special)].flatMap(({ index: at }) => {
			const taken = at < done ? null : this.#taken(at);
			if (!taken) return [];
			done = taken.end;
			return [{ at, taken }];
		});
	}

	#isCode(at: number, taken: Taken): boolean {
		return taken.marks.code || this.#isCodeInLink(at);
	}

	#isCodeInLink(at: number): boolean {
		return this.#marks.href !== null && /^\{?`/.test(this.#line.slice(at, at + 2));
	}

	#taken(at: number): Taken | null {
		switch (this.#line.charAt(at)) {
			case '[':
				return this.#link(at);
			case '{':
				return this.#braced(at);
			case '`':
				return this.#code(at);
			default:
				return this.#starred(at);
		}
	}

	/** The first place from `from` on where `found` says yes; remembered where there is none. */
	#closing(sign: string, from: number, found: (at: number) => boolean): number {
		if (this.#missing.has(sign)) return -1;
		let at = this.#line.indexOf(sign, from);
		while (at !== -1 && !found(at)) at = this.#line.indexOf(sign, at + 1);
		if (at === -1) this.#missing.add(sign);
		return at;
	}

	/** A mark in braces counts wherever it stands: {**bold**}, {*italic*} and {`code`}. */
	#braced(at: number): Taken | null {
		const sign = ['**', '*', '`'].find((one) => this.#line.startsWith(one, at + 1));
		if (sign === undefined) return null;
		const from = at + 1 + sign.length;
		const close = this.#closing(`${sign}}`, from, (place) => place > from && (sign !== '*' || this.#line.charAt(place - 1) !== '*'));
		return close === -1 ? null : this.#marked(sign, from, close, close + sign.length + 1);
	}

	#code(at: number): Taken | null {
		const line = this.#line;
		if (!mayOpen(line, at)) return null;
		const close = this.#closing('`', at + 1, () => true);
		const inner = line.slice(at + 1, close);
		if (close <= at + 1 || inner !== inner.trim() || !mayClose(line, close + 1)) return null;
		return this.#marked('`', at + 1, close, close + 1);
	}

	#starred(at: number): Taken | null {
		const line = this.#line;
		const sign = /^\*+/.exec(line.slice(at, at + 5))?.[0] ?? '';
		const from = at + sign.length;
		if (sign.length > 3 || !mayOpen(line, at) || !beginning.test(line.charAt(from))) return null;
		const close = this.#closing(sign, from + 1, (place) => {
			if (line.charAt(place - 1) === '*') return false;
			const end = place + sign.length;
			return /[^\s\ufff9\ufffb\ufffc]/.test(line.charAt(place - 1)) && line.charAt(end) !== '*' && mayClose(line, end);
		});
		if (close === -1 || !/\p{L}/u.test(line.slice(from, close))) return null;
		return this.#marked(sign, from, close, close + sign.length);
	}

	#marked(sign: string, from: number, close: number, end: number): Taken | null {
		const inner = this.#line.slice(from, close);
		if (sign === '`') {
			return { inner, from, marks: this.#marks.href === null ? { ...plain, code: true } : this.#marks, end };
		}
		const on = { bold: sign !== '*', italic: sign !== '**' };
		if ((on.bold && this.#marks.bold) || (on.italic && this.#marks.italic)) return null;
		return { inner, from, marks: { ...this.#marks, bold: on.bold || this.#marks.bold, italic: on.italic || this.#marks.italic }, end };
	}

	#link(at: number): Taken | null {
		if (this.#marks.href !== null || isLetter.test(this.#line.slice(at, at + 3))) return null;
		link.lastIndex = at;
		const [whole, inner = '', angled, bare] = link.exec(this.#line) ?? [];
		const href = withoutBreakers(angled ?? bare ?? '');
		if (whole === undefined || inner.trim() === '' || !isLinkable(href)) return null;
		return { inner, from: at + 1, marks: { ...this.#marks, href }, end: at + whole.length };
	}
}

/** The runs of one line, in which only what is surely meant as a mark counts as one. */
export function readLine(line: string, marks: Marks = plain): Run[] {
	return new LineReader(line, marks).runs();
}

/** The stretches of one line that are marked, each before those within it. */
export function markedIn(line: string, marks: Marks = plain): MarkedStretch[] {
	return new LineReader(line, marks).marked();
}

/** Whether a mark that ends where this text begins stays one. */
export function goesOnBehindMark(text: string): boolean {
	return mayClose(text, 0);
}
