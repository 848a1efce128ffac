import { reanchor, type Placement } from '#lib/model/anchors/reanchor.ts';
import { Chance } from './chance.ts';
import { caseOf, type Case } from './corpus.ts';
import { quotesOf, type Length, type Quote } from './quotes.ts';
import { fatesOf, truthOf, type Fates, type Truth } from './truth.ts';

/** What became of a quote: *untouched* says what it said, here or elsewhere; *moved* stands elsewhere, edited or not. */
export type Stratum = 'untouched' | 'edited' | 'deleted' | 'moved';

export interface Tally {
	quotes: number;
	wrong: number;
	/** Wrong though it was called kept or moved. */
	sureAndWrong: number;
	/** Detached though at least half of it is left. */
	missed: number;
	/** Placed to the character. */
	exact: number;
}

export interface Judged {
	all: Tally;
	strata: Map<Stratum, Tally>;
	lengths: Map<Length, Tally>;
	/** Quotes near an edit, among all. */
	near: number;
	/** Milliseconds of all texts. */
	ms: number;
}

const quotesOfAText = 50;
const half = 0.5;

function strataOf(one: Case, { moved }: Fates, { start, end }: Quote, { left, part, hulls: [hull] }: Truth): Stratum[] {
	if (!hull) return ['deleted'];
	const whole = lettersOf(one, { start, end });
	const untouched = left === whole && part === whole && hull.end - hull.start <= end - start;
	return [untouched ? 'untouched' : 'edited', ...(moved[(start + end) >> 1] === 1 ? (['moved'] as const) : [])];
}

function lettersOf({ old }: Case, { start, end }: Pick<Quote, 'start' | 'end'>): number {
	return old.text.slice(start, end).replaceAll('\n', '').length;
}

/** Wrong is what shares less than half with the truth, or stands anywhere when nothing is left. */
function isWrong(placed: Placement, truth: Truth, letters: number): boolean {
	if (placed.state === 'detached') return false;
	return truth.hulls.every((hull) => {
		const both = Math.min(placed.end, hull.end) - Math.max(placed.start, hull.start);
		if (truth.left < letters * half) return both <= 0;
		return both / (Math.max(placed.end, hull.end) - Math.min(placed.start, hull.start)) < half;
	});
}

const none = (): Tally => ({ quotes: 0, wrong: 0, sureAndWrong: 0, missed: 0, exact: 0 });

function countIn<Key>(tallies: Map<Key, Tally>, key: Key, seen: Omit<Tally, 'quotes'>): void {
	const tally = tallies.get(key) ?? none();
	tallies.set(key, add(tally, seen));
}

function add(tally: Tally, seen: Omit<Tally, 'quotes'>): Tally {
	return {
		quotes: tally.quotes + 1,
		wrong: tally.wrong + seen.wrong,
		sureAndWrong: tally.sureAndWrong + seen.sureAndWrong,
		missed: tally.missed + seen.missed,
		exact: tally.exact + seen.exact
	};
}

/** So many quotes of texts that follow from the seed, placed with or without the ids of blocks. */
export function judge(seed: number, quotes: number, { ids }: { ids: boolean }): Judged {
	const judged: Judged = { all: none(), strata: new Map(), lengths: new Map(), near: 0, ms: 0 };
	for (let text = 0; judged.all.quotes < quotes; text += 1) {
		const one = caseOf(seed * 1_000_003 + text);
		const fates = fatesOf(one);
		const asked = quotesOf(new Chance(seed * 7_919 + text), one, fates, quotesOfAText);
		const [old, now] = ids ? [one.old, one.now] : [{ text: one.old.text }, { text: one.now.text }];
		const began = performance.now();
		const placed = reanchor(old, now, asked);
		judged.ms += performance.now() - began;
		asked.forEach((quote, n) => {
			const truth = truthOf(fates, one.old, quote.start, quote.end);
			const place = placed[n] ?? { state: 'detached' };
			const letters = lettersOf(one, quote);
			const wrong = isWrong(place, truth, letters);
			const detached = place.state === 'detached';
			const seen = {
				wrong: Number(wrong),
				sureAndWrong: Number(wrong && (place.state === 'kept' || place.state === 'moved')),
				missed: Number(detached && truth.left > 0 && truth.left >= letters * half),
				exact: Number(!detached && truth.hulls.some(({ start, end }) => place.start === start && place.end === end))
			};
			judged.all = add(judged.all, seen);
			for (const stratum of strataOf(one, fates, quote, truth)) countIn(judged.strata, stratum, seen);
			countIn(judged.lengths, quote.length, seen);
			if (fates.near[quote.start] === 1 || fates.near[quote.end - 1] === 1) judged.near += 1;
		});
	}
	return judged;
}
