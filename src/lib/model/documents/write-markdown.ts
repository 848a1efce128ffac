import { addressesIn } from './addresses.ts';
import { betweenBreakers, breaker, breakersWritten, withBreakers } from './breaker.ts';
import type { Block, BulletList, CodeBlock, ListItem, OrderedList, Paragraph } from './doc.ts';
import { fromLines, toLines, type InlineLine, type Run } from './inline.ts';
import { readLine } from './read-inlines.ts';
import { sparing, type Care, type Effort } from './sparing.ts';

/** A mark that is still to be written around runs. */
type Wrap = 'href' | 'bold' | 'italic';
const wraps: readonly Wrap[] = ['href', 'bold', 'italic'];

/** How many runs from `at` on are marked as the one there is. */
function extent(runs: readonly Run[], at: number, wrap: Wrap): number {
	const value = runs[at]?.[wrap];
	if (!value) return 0;
	const end = runs.findIndex((run, index) => index > at && run[wrap] !== value);
	return (end === -1 ? runs.length : end) - at;
}

function marked(inner: string, sign: string, care: Care): string {
	return care() ? `{${sign}${inner}${sign}}` : sign + inner + sign;
}

function words({ text, code }: Run, care: Care): string {
	const kept = text.replace(code ? /[`{}]/g : /[*`[\]{}]/g, (sign) => (care() ? betweenBreakers(sign) : sign));
	return code ? marked(kept, '`', care) : kept;
}

/** Whether an address is a link by itself. */
function isBareAddress(runs: readonly Run[], href: string): boolean {
	const [only] = runs;
	const [found] = runs.length === 1 && only ? addressesIn(only.text) : [];
	return found?.text === only?.text && found?.href === href;
}

/** One line; of the marks that begin at a run, the one that reaches furthest is the outer one. */
function line(runs: readonly Run[], care: Care, open: readonly Wrap[] = []): string {
	let written = '';
	let until = 0;
	for (const [at, run] of runs.entries()) {
		if (at < until) continue;
		const [wrap, length] = wraps
			.filter((one) => !open.includes(one))
			.map((one) => [one, extent(runs, at, one)] as const)
			.reduce((best, one) => (one[1] > best[1] ? one : best), ['bold', 0] as const);
		if (length === 0) {
			written += words(run, care);
			continue;
		}
		until = at + length;
		const inside = runs.slice(at, until);
		const inner = line(inside, care, [...open, wrap]);
		if (wrap === 'bold') written += marked(inner, '**', care);
		else if (wrap === 'italic') written += marked(inner, '*', care);
		else written += linked(inside, inner, run.href ?? '', care);
	}
	return written;
}

function linked(runs: readonly Run[], inner: string, href: string, care: Care): string {
	if (isBareAddress(runs, href) && !care()) return inner;
	if (!/[()*`]/.test(href) || !care()) return `[${inner}](${href})`;
	return `[${inner}](<${href.replace(/[*`]/g, `$&${breaker}`)}>)`;
}

/** A line by itself, read as it will be. */
function lineWritten(runs: InlineLine, effort: Effort | null): string {
	if (!effort) return line(runs, () => false);
	const meant = JSON.stringify([runs]);
	return sparing(
		(care) => line(runs, care),
		(written) => JSON.stringify(toLines(fromLines([readLine(withBreakers(breakersWritten(written)))]))) === meant,
		effort
	);
}

/** What could begin a block is kept from it. */
function begun(text: string, care: Care): string {
	return /^(?:[\s>•-]|\d+\.|```)/.test(text) && care() ? breaker + text : text;
}

function code({ content, attrs }: CodeBlock): string {
	const text = content?.[0]?.text ?? '';
	const longest = Math.max(2, ...(text.match(/`{3,}/g) ?? []).map(({ length }) => length));
	const fence = '`'.repeat(longest + 1);
	return `${fence}${attrs?.language ?? ''}\n${text}\n${fence}`;
}

/** A > alone stands above a number, or it would say "more than", and above what does not begin with a word. */
function quotation(written: string): string {
	const lines = written.split('\n');
	const [first = ''] = lines;
	const alone = /^\s*\d/.test(first) || (lines.length === 1 && /^\s|^$/.test(first));
	return [...(alone ? [''] : []), ...lines].map((one) => (one === '' ? '>' : `> ${one}`)).join('\n');
}

/** Two lists of one kind would be read as one. */
function between(one: Block, next: Block | undefined, tight: boolean): string {
	if (!next) return '';
	if (one.type === next.type && one.type.endsWith('List')) return `\n\n${breaker}\n\n`;
	return tight && one.type === 'paragraph' && next.type.endsWith('List') ? '\n' : '\n\n';
}

/** Writes a document, again and again where its breakers are tried. */
export class MarkdownWriter {
	readonly #effort: Effort | null;
	readonly #lines = new Map<Block, string[]>();

	/** @param effort null to write every line as it stands, however it would be read */
	constructor(effort: Effort | null) {
		this.#effort = effort;
	}

	/**
	 * Blocks as Markdown, each breaker one character.
	 * @param care asked about the beginnings of lines
	 * @param tight whether they are the content of a list item
	 */
	blocks(blocks: readonly Block[], care: Care, tight = false): string {
		return blocks.map((one, place) => this.#block(one, care) + between(one, blocks[place + 1], tight)).join('');
	}

	#block(one: Block, care: Care): string {
		switch (one.type) {
			case 'paragraph':
				return this.#paragraph(one)
					.map((text) => begun(text, care))
					.join('\n');
			case 'codeBlock':
				return code(one);
			case 'blockquote':
				return quotation(this.blocks(one.content, care));
			default:
				return this.#list(one, care);
		}
	}

	#paragraph(one: Paragraph): string[] {
		const written = this.#lines.get(one) ?? toLines(one.content ?? []).map((runs) => lineWritten(runs, this.#effort));
		this.#lines.set(one, written);
		return written;
	}

	#list(one: BulletList | OrderedList, care: Care): string {
		const start = one.type === 'orderedList' ? (one.attrs?.start ?? 1) : 1;
		const bullet = one.content.length > 1 ? '-' : '•';
		const sign = (place: number): string => (one.type === 'bulletList' ? bullet : `${start + place}.`);
		return one.content.map((item, place) => this.#item(item, sign(place), care)).join('\n');
	}

	#item({ content }: ListItem, sign: string, care: Care): string {
		const [first, ...rest] = content;
		const empty = first?.type === 'paragraph' && !first.content;
		const [head, ...more] = (empty ? `\n${this.blocks(rest, care)}` : this.blocks(content, care, true)).split('\n');
		const indent = ' '.repeat(sign.length + 1);
		return [`${sign} ${head}`.trimEnd(), ...more.map((one) => (one === '' ? '' : indent + one))].join('\n');
	}
}
