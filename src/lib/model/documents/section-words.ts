import type { Comparison } from './edits.ts';
import { sectionAddressIn } from './section-address.ts';
import type { SectionInline, SectionMark, SectionText } from './section-doc.ts';
import { joinedInline, marksKey, sectionMarks, sectionText } from './section-inline.ts';
import { isWord, textTokens } from './tokens.ts';
import { regionsOf, type Region } from './three-way.ts';

/** A piece of a text that a merge takes or leaves: a word with its marks, a footnote, a break, or the beginning of a block. */
export interface SectionToken {
	/** The same for what says the same, however it is marked. */
	key: string;
	/** Several where a word is marked in part; none for the beginning of a block. */
	nodes: readonly SectionInline[];
	/** The block that begins here. */
	block?: string;
}

export function blockToken(id: string): SectionToken {
	return { key: `\u0003${id}`, nodes: [], block: id };
}

/** A person or city is named by one word: half of a name names nobody. */
function isName({ marks }: SectionText): boolean {
	const link = marks?.find((mark) => mark.type === 'link');
	const kind = link && sectionAddressIn(link.attrs.href)?.kind;
	return kind === 'person' || kind === 'city';
}

/** Words of neighbours that are marked differently are cut as if they were not marked. */
function wordTokens(nodes: readonly SectionText[]): SectionToken[] {
	const [only] = nodes;
	if (only && nodes.length === 1)
		return textTokens(only.text).map((text) => ({ key: text, nodes: [only.marks ? { ...only, text } : { type: 'text', text }] }));
	let node = 0;
	let done = 0;
	return textTokens(nodes.map(({ text }) => text).join('')).map((key) => {
		const parts: SectionText[] = [];
		for (let left = key.length; left > 0;) {
			const { text = '', marks } = nodes[node] ?? {};
			const part = text.slice(done, done + left);
			if (part !== '') parts.push(sectionText(part, marks));
			left -= part.length;
			done += part.length;
			if (done < text.length) continue;
			done = 0;
			node += 1;
			if (node >= nodes.length) break;
		}
		return { key, nodes: parts };
	});
}

export function sectionTokens(content: readonly SectionInline[]): SectionToken[] {
	const tokens: SectionToken[] = [];
	let open: SectionText[] = [];
	const close = (): void => {
		if (open.length > 0) tokens.push(...wordTokens(open));
		open = [];
	};
	for (const node of content) {
		if (node.type === 'text' && !isName(node)) {
			open.push(node);
			continue;
		}
		close();
		if (node.type === 'text') tokens.push({ key: `\u0001${node.text}\u0001${marksKey(node.marks)}`, nodes: [node] });
		else if (node.type === 'hardBreak') tokens.push({ key: '\n', nodes: [node] });
		else tokens.push({ key: `\u0002${node.attrs.id}`, nodes: [node] });
	}
	close();
	return tokens;
}

export function contentOf(tokens: readonly SectionToken[]): SectionInline[] {
	return joinedInline(tokens.flatMap(({ nodes }) => nodes));
}

/** Three versions; `standing` is the one whose words stand where both changed the same ones. */
export interface Versions<T> {
	base: T;
	standing: T;
	coming: T;
}

const marksOf = ({ nodes: [node] }: SectionToken): readonly SectionMark[] => (node?.type === 'text' && node.marks) || [];
const types = ['link', 'bold', 'italic'] as const;

/** Each kind of mark by itself: whoever changed it has it. */
function mergedMarks({ base, standing, coming }: Versions<readonly SectionMark[]>): SectionMark[] {
	return types.flatMap((type) => {
		const of = (marks: readonly SectionMark[]): SectionMark | undefined => marks.find((mark) => mark.type === type);
		const key = (marks: readonly SectionMark[]): string => JSON.stringify(of(marks) ?? null);
		return of(key(standing) === key(base) ? coming : standing) ?? [];
	});
}

function partsKey({ nodes }: SectionToken): string {
	return nodes.map((node) => (node.type === 'text' ? `${node.text.length} ${marksKey(node.marks)}` : '')).join('|');
}

/** One word that nobody changed but for its marks. */
function marked({ base, standing, coming }: Versions<SectionToken>): SectionToken {
	const [was, theirs, mine] = [partsKey(base), partsKey(standing), partsKey(coming)];
	if (theirs === was || theirs === mine) return coming;
	if (mine === was || [base, standing, coming].some(({ nodes }) => nodes.length > 1)) return standing;
	const marks = mergedMarks({ base: marksOf(base), standing: marksOf(standing), coming: marksOf(coming) });
	return { ...standing, nodes: standing.nodes.map((node) => (node.type === 'text' ? sectionText(node.text, marks) : node)) };
}

/** The words of one side, with the marks that the other gave to, or took from, all that stood there. */
function alsoMarked(tokens: SectionToken[], was: readonly SectionToken[], other: readonly SectionToken[]): SectionToken[] {
	const words = (all: readonly SectionToken[]): SectionToken[] => all.filter(({ nodes }) => nodes[0]?.type === 'text');
	const [before, after] = [words(was), words(other)];
	// A block that one split off or joined is no place for the marks of another.
	if ([...tokens, ...was, ...other].some(({ block }) => block !== undefined)) return tokens;
	if (before.length === 0 || before.every((token, place) => after[place] && partsKey(token) === partsKey(after[place]))) return tokens;
	const has = (token: SectionToken, type: SectionMark['type']): boolean => marksOf(token).some((mark) => mark.type === type);
	const all = (of: SectionToken[], type: SectionMark['type'], on: boolean): boolean => of.every((token) => has(token, type) === on);
	const given = types.filter((type) => all(before, type, false) && all(after, type, true));
	const taken = types.filter((type) => all(before, type, true) && all(after, type, false));
	const extra = after[0] ? marksOf(after[0]).filter(({ type }) => given.includes(type)) : [];
	return tokens.map((token) => ({
		...token,
		nodes: token.nodes.map((node) => {
			if (node.type !== 'text') return node;
			return sectionText(node.text, sectionMarks([...extra, ...(node.marks ?? []).filter(({ type }) => !taken.includes(type))]));
		})
	}));
}

type Span = readonly [start: number, end: number];

/** What stood at a place, and what the other made of it; where nothing stood, what stands on both sides. */
function around(base: readonly SectionToken[], was: Span, other: readonly SectionToken[], now: Span): [SectionToken[], SectionToken[]] {
	if (was[1] > was[0]) return [base.slice(...was), other.slice(...now)];
	const beside = (of: readonly SectionToken[], [start, end]: Span): SectionToken[] => [of[start - 1] ?? [], of[end] ?? []].flat();
	const [before, after] = [beside(base, was), beside(other, now)];
	return before.length === 2 && before.every(({ key }, place) => after[place]?.key === key) ? [before, after] : [[], []];
}

/** What changed beside a clash, without a word between, belongs to it: nobody reads half a sentence of each. */
function clashesGrown(regions: readonly Region[], base: readonly SectionToken[]): Region[] {
	const isBare = ({ changed, base: [start, end] }: Region): boolean =>
		changed === 'nobody' && base.slice(start, end).every(({ key, block }) => block === undefined && !isWord(key) && key !== '\n');
	const isClash = ({ changed, base: [start, end] }: Region): boolean => changed === 'both' && end > start;
	const grown: Region[] = [];
	for (const region of regions) {
		const [before, last] = [grown.at(-2), grown.at(-1)];
		if (
			before &&
			last &&
			isBare(last) &&
			region.changed !== 'nobody' &&
			(isClash(before) || isClash(region)) &&
			before.changed !== 'nobody'
		)
			grown.splice(-2, 2, {
				changed: 'both',
				base: [before.base[0], region.base[1]],
				mine: [before.mine[0], region.mine[1]],
				theirs: [before.theirs[0], region.theirs[1]]
			});
		else grown.push(region);
	}
	return grown;
}

const said = (tokens: readonly SectionToken[]): string => tokens.map(({ key }) => key).join('');

/** What both put at one place: one behind the other, once where one says what the other says and more. */
function bothPut(standing: SectionToken[], coming: SectionToken[]): SectionToken[] {
	const begins = (one: SectionToken[], other: SectionToken[]): boolean => other.every(({ key }, place) => one[place]?.key === key);
	if (begins(standing, coming)) return standing;
	if (begins(coming, standing)) return coming;
	// Two that split a block at one place split it once.
	if (coming.every(({ block }) => block !== undefined) && standing.some(({ block }) => block !== undefined)) return standing;
	const [end, begin] = [standing.at(-1), coming[0]];
	const glues = end && begin && isWord(end.key.slice(-1)) && isWord(begin.key.slice(0, 1));
	return glues ? [...standing, { key: ' ', nodes: [{ type: 'text', text: ' ' }] }, ...coming] : [...standing, ...coming];
}

/** What is left of a stretch by who only took words away; null where somebody added some. */
function leftBy(side: readonly SectionToken[], base: readonly SectionToken[]): Set<number> | null {
	const left = new Set<number>();
	let at = 0;
	for (const { key } of side) {
		while (at < base.length && base[at]?.key !== key) at += 1;
		if (at === base.length) return null;
		left.add(at);
		at += 1;
	}
	return left;
}

/** What both changed: where both only took away, both have taken; else the words of `standing`, and a clash. */
function bothChanged({ base, standing, coming }: Versions<SectionToken[]>): MergedWords {
	if (said(standing) === said(coming)) return { tokens: standing, clashes: false };
	const [mine, theirs] = [leftBy(coming, base), leftBy(standing, base)];
	if (!mine || !theirs) return { tokens: standing, clashes: true };
	return { tokens: base.filter((_, place) => mine.has(place) && theirs.has(place)), clashes: false };
}

export interface MergedWords {
	tokens: SectionToken[];
	/** Whether both changed the same words. */
	clashes: boolean;
}

/** Words and marks of three versions of one stretch; null where comparing takes longer than `timeout` ms for a side. */
export function mergeTokens(all: Versions<SectionToken[]>, timeout: number, compare: Comparison): MergedWords | null {
	const keys = (tokens: SectionToken[]): string[] => tokens.map(({ key }) => key);
	const found = regionsOf(keys(all.base), keys(all.coming), keys(all.standing), timeout, compare);
	if (!found) return null;
	let clashes = false;
	const tokens = clashesGrown(found, all.base).flatMap((region) => {
		const base = all.base.slice(...region.base);
		const coming = all.coming.slice(...region.mine);
		const standing = all.standing.slice(...region.theirs);
		switch (region.changed) {
			case 'nobody':
				return base.map((token, place) =>
					marked({ base: token, standing: standing[place] ?? token, coming: coming[place] ?? token })
				);
			case 'mine':
				return alsoMarked(coming, ...around(all.base, region.base, all.standing, region.theirs));
			case 'theirs':
				return alsoMarked(standing, ...around(all.base, region.base, all.coming, region.mine));
			default: {
				if (base.length === 0) return bothPut(standing, coming);
				const both = bothChanged({ base, standing, coming });
				clashes ||= both.clashes;
				return both.tokens;
			}
		}
	});
	return { tokens, clashes };
}
