import { addressesIn } from './addresses.ts';
import { breaker } from './breaker.ts';
import type { Block, BulletList, ListItem, OrderedList } from './doc.ts';
import { toLines, type Run } from './inline.ts';

/** Whether words stand as they are, or with breakers wherever something could be read as a mark. */
export type Care = 'bare' | 'careful';

/** A mark that is still to be written around runs. */
type Wrap = 'href' | 'bold' | 'italic';
const wraps: readonly Wrap[] = ['href', 'bold', 'italic'];

/** A sign that means nothing; a bracket is told by two from one that begins a link. */
function around(sign: string): string {
	return breaker + sign + breaker + (sign === '[' || sign === ']' ? breaker : '');
}

/** How many runs from `at` on are marked as the one there is. */
function extent(runs: readonly Run[], at: number, wrap: Wrap): number {
	const value = runs[at]?.[wrap];
	if (!value) return 0;
	const end = runs.findIndex((run, index) => index > at && run[wrap] !== value);
	return (end === -1 ? runs.length : end) - at;
}

function marked(inner: string, sign: string, care: Care): string {
	return care === 'bare' ? sign + inner + sign : `{${sign}${inner}${sign}}`;
}

function words({ text, code }: Run, care: Care): string {
	if (code) return marked(care === 'bare' ? text : text.replace(/[`{}]/g, around), '`', care);
	return care === 'bare' ? text : text.replace(/[*`[\]{}]/g, around);
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
	if (care === 'bare' && isBareAddress(runs, href)) return inner;
	if (care === 'bare' || !/[()*`]/.test(href)) return `[${inner}](${href})`;
	return `[${inner}](<${href.replace(/[*`]/g, `$&${breaker}`)}>)`;
}

/** What could begin a block is kept from it. */
function begun(text: string, care: Care): string {
	return care === 'careful' && /^[^\p{L}]/u.test(text) ? breaker + text : text;
}

function item({ content }: ListItem, sign: string, care: Care): string {
	const [first, ...rest] = content;
	const empty = first?.type === 'paragraph' && !first.content;
	const [head, ...more] = (empty ? `\n${writeBlocks(rest, care)}` : writeBlocks(content, care, true)).split('\n');
	const indent = ' '.repeat(sign.length + 1);
	return [`${sign} ${head}`.trimEnd(), ...more.map((one) => (one === '' ? '' : indent + one))].join('\n');
}

function list(block: BulletList | OrderedList, care: Care): string {
	if (block.type === 'bulletList') return block.content.map((one) => item(one, block.content.length > 1 ? '-' : '•', care)).join('\n');
	const start = block.attrs?.start ?? 1;
	return block.content.map((one, place) => item(one, `${start + place}.`, care)).join('\n');
}

function block(one: Block, care: Care): string {
	switch (one.type) {
		case 'paragraph':
			return toLines(one.content ?? [])
				.map((runs) => begun(line(runs, care), care))
				.join('\n');
		case 'codeBlock': {
			const text = one.content?.[0]?.text ?? '';
			const longest = Math.max(2, ...(text.match(/`{3,}/g) ?? []).map(({ length }) => length));
			const fence = '`'.repeat(longest + 1);
			return `${fence}${one.attrs?.language ?? ''}\n${text}\n${fence}`;
		}
		case 'blockquote':
			return quotation(one.content, care);
		default:
			return list(one, care);
	}
}

/** A > alone stands above a number, or it would say "more than", and above what does not begin with a word. */
function quotation(content: Block[], care: Care): string {
	const lines = writeBlocks(content, care).split('\n');
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

/**
 * Blocks as Markdown, each breaker one character.
 * @param care of all of them, or of each
 * @param tight whether they are the content of a list item
 */
export function writeBlocks(blocks: readonly Block[], care: Care | ((one: Block) => Care), tight = false): string {
	return blocks
		.map((one, place) => block(one, typeof care === 'string' ? care : care(one)) + between(one, blocks[place + 1], tight))
		.join('');
}
