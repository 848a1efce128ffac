import type { Chance } from './chance.ts';
import type { Case } from './corpus.ts';
import type { Fates } from './truth.ts';

export type Length = 'word' | 'phrase' | 'repeated' | 'sentence' | 'pair';
export type Aim = 'moved' | 'deleted' | 'near' | 'any';

export interface Quote {
	start: number;
	end: number;
	length: Length;
}

const lengths: [Length, number][] = [
	['word', 0.2],
	['phrase', 0.25],
	['repeated', 0.2],
	['sentence', 0.25],
	['pair', 0.1]
];
const aims: [Aim, number][] = [
	['moved', 0.3],
	['deleted', 0.26],
	['near', 0.27],
	['any', 0.17]
];

function weighed<T>(chance: Chance, all: readonly [T, number][]): T {
	let rest = chance.next() * all.reduce((sum, [, weight]) => sum + weight, 0);
	const found = all.find(([, weight]) => (rest -= weight) < 0) ?? all[0];
	if (!found) throw new RangeError('Nothing to weigh');
	return found[0];
}

function spansIn(text: string, pattern: RegExp): [number, number][] {
	return [...text.matchAll(pattern)].map(({ 0: all, index }) => [index, index + all.trimEnd().length]);
}

/** All that could be quoted of a text. */
export function quotable({ old: { text } }: Case): Record<Length, Quote[]> {
	const words = spansIn(text, /[\p{L}\p{N}][^\s,.?:]*/gu);
	const sentences = spansIn(text, /[^\n]+?(?:[.?!:](?=\s+[\p{Lu}\n]|\n)|(?=\n))\s*/gu).filter(([start, end]) => end > start);
	const phrases: Quote[] = [];
	const seen = new Map<string, Quote[]>();
	words.forEach(([start], n) => {
		for (const count of [2, 3, 4, 6]) {
			const end = words[n + count - 1]?.[1];
			if (end === undefined || text.slice(start, end).includes('\n')) continue;
			const quote: Quote = { start, end, length: 'phrase' };
			phrases.push(quote);
			const said = text.slice(start, end);
			const same = seen.get(said);
			if (same) same.push(quote);
			else seen.set(said, [quote]);
		}
	});
	const repeated = [...seen.values()].flatMap((same) => (same.length > 1 ? same : []));
	return {
		word: words.map(([start, end]) => ({ start, end, length: 'word' })),
		phrase: phrases,
		repeated: repeated.map((quote) => ({ ...quote, length: 'repeated' })),
		sentence: sentences.map(([start, end]) => ({ start, end, length: 'sentence' })),
		pair: sentences.slice(1).map(([, end], n) => ({ start: sentences[n]?.[0] ?? 0, end, length: 'pair' }))
	};
}

function fits({ now, moved, near }: Fates, { start, end }: Quote, aim: Aim): boolean {
	const middle = (start + end) >> 1;
	const has = (at: number): boolean => (now[at] ?? -1) >= 0;
	if (aim === 'moved') return moved[middle] === 1 && has(middle);
	if (aim === 'deleted') return !has(start) && !has(middle) && !has(end - 1);
	return aim === 'any' || (near[start] === 1 && has(start)) || (near[end - 1] === 1 && has(end - 1));
}

/** So many quotes of a text, in what was moved, deleted and edited far more often than by chance. */
export function quotesOf(chance: Chance, one: Case, fates: Fates, count: number): Quote[] {
	const all = quotable(one);
	const quotes: Quote[] = [];
	const chosen = new Set<string>();
	for (let tries = 0; quotes.length < count && tries < count * 40; tries += 1) {
		const [length, aim] = [weighed(chance, lengths), weighed(chance, aims)];
		const of = all[length];
		for (let again = 0; again < 40 && of.length > 0; again += 1) {
			const quote = chance.one(of);
			const place = `${quote.start} ${quote.end}`;
			if (chosen.has(place) || !fits(fates, quote, aim)) continue;
			chosen.add(place);
			quotes.push(quote);
			break;
		}
	}
	return quotes;
}
