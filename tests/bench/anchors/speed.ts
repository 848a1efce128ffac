import search from 'approx-string-match';
import { reanchor } from '#lib/model/anchors/reanchor.ts';
import { median } from '../sample.ts';
import { Chance } from './chance.ts';
import { caseOf, rewritten, type Case } from './corpus.ts';
import { quotesOf } from './quotes.ts';
import { fatesOf } from './truth.ts';

export interface Speed {
	/** Milliseconds a text, in the median and at worst. */
	ours: number;
	worst: number;
	search: number;
	texts: number;
}

const quotesOfAText = 200;
/** As many errors as Hypothesis allows: half of the quote, 256 at most. */
const errorsFor = (quote: string): number => Math.min(256, quote.length / 2);

/** Approximate search of every quote that does not stand in the new text as it did. */
function searched({ old, now }: Case, quotes: readonly { start: number; end: number }[]): number {
	const began = performance.now();
	for (const { start, end } of quotes) {
		const quote = old.text.slice(start, end);
		if (!now.text.includes(quote)) search(now.text, quote, errorsFor(quote));
	}
	return performance.now() - began;
}

function measured(cases: Iterable<Case>): Speed {
	const [ours, others]: [number[], number[]] = [[], []];
	for (const one of cases) {
		const quotes = quotesOf(new Chance(one.old.text.length), one, fatesOf(one), quotesOfAText);
		const began = performance.now();
		reanchor(one.old, one.now, quotes);
		ours.push(performance.now() - began);
		others.push(searched(one, quotes));
	}
	return { ours: median(ours), worst: Math.max(...ours), search: median(others), texts: ours.length };
}

function* sized(seed: number, texts: number, of: (seed: number, size: number) => Case): Generator<Case> {
	for (let text = 0; text < texts; text += 1) yield of(seed * 1_000_003 + text, 20_000 + (text % 3) * 5_000);
}

/** Texts of 20 to 30 kB, 200 quotes in each: with up to a tenth of their words changed, and rewritten. */
export function speeds(seed: number, texts: number): { edited: Speed; rewritten: Speed } {
	// The first ones warm the code up.
	measured(sized(seed + 1, 5, caseOf));
	return { edited: measured(sized(seed, texts, caseOf)), rewritten: measured(sized(seed, Math.ceil(texts / 4), rewritten)) };
}
