import { cleanText } from './clean.ts';
import { editsBetween } from './edits.ts';
import { fromTyped } from './markdown.ts';
import { foundAgain } from './section-align.ts';
import type { SectionBlock, SectionDoc, SectionParagraph, SectionTable } from './section-doc.ts';
import { heldIn } from './section-held.ts';
import { blockIdsOf, mintBlockId, withBlockIds } from './section-ids.ts';
import { emptySection, normalizeSection } from './section-normalize.ts';
import { PlainReader, PlainWriter, type LeftHeld } from './section-plain.ts';

/*
 * A section in a plain field, for who writes without scripts: the Markdown of posts (see markdown.ts), `#` to `###` before a
 * heading, a line `| one | other |` for a row, and numbers in braces for what is held (see section-held.ts). A block whose lines
 * stay as they were stays what it was, to the last space and id; what is written anew finds its id by its words. For the server,
 * as difference.ts.
 */

interface Chunk {
	/** Blocks that say nothing stand with the one before them. */
	blocks: SectionBlock[];
	lines: string[];
	held: string;
}

/** Of finding what changed, in ms. */
const patience = 500;

function chunksOf(doc: SectionDoc): Chunk[] {
	const writer = new PlainWriter(heldIn(doc));
	return doc.content.reduce<Chunk[]>((all, block) => {
		const { text, held } = writer.lines(block);
		const last = all.at(-1);
		if (text.trim() === '' && last) last.blocks.push(block);
		else all.push({ blocks: [block], lines: text.trim() === '' ? [] : text.split('\n'), held });
		return all;
	}, []);
}

function linesOf(chunks: readonly Chunk[]): string[] {
	return chunks.filter(({ lines }) => lines.length > 0).flatMap(({ lines }, place) => (place > 0 ? ['', ...lines] : lines));
}

/** A section as a person may write it. */
export function writeSection(doc: SectionDoc): string {
	return linesOf(chunksOf(doc)).join('\n');
}

/** Where each line of the one stands in the other; undefined where it does not. */
function places(before: readonly string[], after: readonly string[]): (number | undefined)[] {
	const edits = editsBetween(before, after, patience) ?? [{ start: 0, end: before.length, newStart: 0, newEnd: after.length }];
	const found: (number | undefined)[] = [];
	let [done, shift] = [0, 0];
	for (const { start, end, newEnd } of [...edits, { start: before.length, end: before.length, newEnd: after.length }]) {
		for (; done < start; done += 1) found[done] = done + shift;
		done = end;
		shift = newEnd - end;
	}
	return found;
}

/**
 * The section that a text describes, in canonical shape.
 * @param base what `writeSection` wrote for the field
 */
export function readSection(text: string, base: SectionDoc, mint: () => string = mintBlockId): SectionDoc {
	const now = cleanText(text)
		.split('\n')
		.map((line) => line.trimEnd());
	const chunks = chunksOf(base);
	const where = places(
		linesOf(chunks).map((line) => line.trimEnd()),
		now
	);
	const left: LeftHeld = new Map(heldIn(base).map((thing, place) => [place + 1, thing]));
	const isEdge = (line: number): boolean => (now[line] ?? '') === '';
	let line = 0;
	const kept = chunks.map((chunk): { chunk: Chunk; start: number } | null => {
		// Only the first one can be without lines.
		if (chunk.lines.length === 0) return { chunk, start: 0 };
		const own = chunk.lines.map((_, place) => where[line + place]);
		line += chunk.lines.length + 1;
		const [start] = own;
		if (start === undefined || own.some((place, n) => place !== start + n)) return null;
		return isEdge(start - 1) && isEdge(start + chunk.lines.length) ? { chunk, start } : null;
	});
	// What stays where it was keeps what it holds; only what is left may be named anew.
	const staying = new Set(kept.flatMap((one) => (one ? heldIn({ type: 'doc', content: one.chunk.blocks }) : [])));
	for (const [number, thing] of left) if (staying.has(thing)) left.delete(number);
	const reader = new LineReader(left, mint);
	const content: SectionBlock[] = [];
	let [done, from] = [0, 0];
	const close = (end: number, to: number): void => {
		const gone = chunks.slice(from, to);
		const lines = now.slice(done, end);
		if (lines.some((one) => one !== '')) content.push(...reader.blocks(lines, gone));
	};
	for (const [place, one] of kept.entries()) {
		if (!one) continue;
		close(one.start, place);
		content.push(...one.chunk.blocks);
		[done, from] = [one.start + one.chunk.lines.length, place + 1];
	}
	close(now.length, chunks.length);
	const [blank, first] = content;
	// Who writes in an empty section writes in its paragraph.
	if (base.content.length === 1 && isBlank(blank) && first?.type === 'paragraph')
		content.splice(0, 2, { ...first, attrs: { id: blank.attrs.id } });
	const doc: SectionDoc = content.length > 0 ? { type: 'doc', content } : emptySection();
	return normalizeSection(withBlockIds(doc, mint, base));
}

function isBlank(block: SectionBlock | undefined): block is SectionParagraph {
	return block?.type === 'paragraph' && (block.content ?? []).length === 0;
}

const heading = /^(#{1,3}) +(\S.*)$/;
const row = /^\|(.*)\|$/;
const alone = /^\{(\d{1,5})\}(?: (.*))?$/;

/** Lines that were written, as blocks. */
class LineReader {
	readonly #left: LeftHeld;
	readonly #reader: PlainReader;
	readonly #mint: () => string;

	constructor(left: LeftHeld, mint: () => string) {
		this.#left = left;
		this.#mint = mint;
		this.#reader = new PlainReader(left, mint);
	}

	/** @param gone what stood there: ids come from there */
	blocks(lines: readonly string[], gone: readonly Chunk[]): SectionBlock[] {
		const held = gone.flatMap((chunk) => (chunk.held === '' ? [] : chunk.held)).join('\n');
		const blocks: SectionBlock[] = [];
		let open: string[] = [];
		let rows: string[] = [];
		const close = (): void => {
			if (open.some((line) => line !== '')) blocks.push(...this.#reader.blocks(fromTyped(open.join('\n'), held)));
			if (rows.length > 0) blocks.push(this.#table(rows, held));
			[open, rows] = [[], []];
		};
		for (const line of lines) {
			const block = this.#special(line, held);
			const [, cells] = row.exec(line) ?? [];
			if (block || (cells !== undefined) !== rows.length > 0) close();
			if (block) blocks.push(block);
			else if (cells === undefined) open.push(line);
			else rows.push(cells);
		}
		close();
		const before: SectionDoc = { type: 'doc', content: gone.flatMap((chunk) => chunk.blocks) };
		const after = normalizeSection({ type: 'doc', content: blocks });
		return before.content.length > 0 ? restored(before, foundAgain(before, after)).content : after.content;
	}

	/** A heading, or what is held. */
	#special(line: string, held: string): SectionBlock | null {
		const [, signs, words] = heading.exec(line) ?? [];
		if (signs && words) {
			const content = this.#reader.words(fromTyped(words, held));
			return { ...this.#reader.paragraph(content), type: 'heading', attrs: { id: this.#mint(), level: signs.length as 1 | 2 | 3 } };
		}
		const [, number, caption = ''] = alone.exec(line) ?? [];
		const thing = number === undefined ? undefined : this.#left.get(Number(number));
		if (!thing || thing.type === 'footnote') return null;
		this.#left.delete(Number(number));
		return thing.type === 'picture' ? { ...thing, attrs: { ...thing.attrs, caption } } : thing;
	}

	#table(rows: readonly string[], held: string): SectionTable {
		const cell = (text: string) => ({
			type: 'tableCell' as const,
			attrs: { id: this.#mint(), colspan: 1, rowspan: 1 },
			content: [this.#reader.paragraph(this.#reader.words(fromTyped(text.trim(), held)))]
		});
		return {
			type: 'table',
			attrs: { id: this.#mint() },
			content: rows.map((cells) => ({ type: 'tableRow', attrs: { id: this.#mint() }, content: cells.split('|').map(cell) }))
		};
	}
}

/** Cells of a head are cells of a head again, which plain text does not say. */
function restored(before: SectionDoc, after: SectionDoc): SectionDoc {
	const heads = new Set(
		before.content.flatMap((block) =>
			block.type === 'table'
				? block.content.flatMap(({ content }) => content.flatMap((cell) => (cell.type === 'tableHeader' ? cell.attrs.id : [])))
				: []
		)
	);
	if (heads.size === 0 || blockIdsOf(after).every((id) => !heads.has(id))) return after;
	const content = after.content.map((block): SectionBlock => {
		if (block.type !== 'table') return block;
		const rows = block.content.map((line) => ({
			...line,
			content: line.content.map((cell) => ({ ...cell, type: heads.has(cell.attrs.id) ? ('tableHeader' as const) : cell.type }))
		}));
		return { ...block, content: rows };
	});
	return { type: 'doc', content };
}
