/** Longer words are not compared; `words.ts` cuts them there. */
const longest = 60;
let [beforeLast, last, row] = [new Uint8Array(longest + 1), new Uint8Array(longest + 1), new Uint8Array(longest + 1)];

/** Letters by which two words differ, a swap of neighbours being one; more than `most` are not counted further. */
export function lettersApart(one: string, other: string, most: number): number {
	let [from, ends, otherEnds] = [0, one.length, other.length];
	if (Math.abs(ends - otherEnds) > most || Math.max(ends, otherEnds) > longest) return most + 1;
	while (from < ends && from < otherEnds && one.charCodeAt(from) === other.charCodeAt(from)) from += 1;
	while (ends > from && otherEnds > from && one.charCodeAt(ends - 1) === other.charCodeAt(otherEnds - 1))
		[ends, otherEnds] = [ends - 1, otherEnds - 1];
	const width = otherEnds - from;
	for (let j = 0; j <= width; j += 1) last[j] = j;
	for (let i = 1; i <= ends - from; i += 1) {
		row[0] = i;
		let least = i;
		const letter = one.charCodeAt(from + i - 1);
		for (let j = 1; j <= width; j += 1) {
			const there = other.charCodeAt(from + j - 1);
			let apart = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (letter === there ? 0 : 1));
			const swapped = i > 1 && j > 1 && letter === other.charCodeAt(from + j - 2) && one.charCodeAt(from + i - 2) === there;
			if (swapped) apart = Math.min(apart, beforeLast[j - 2]! + 1);
			row[j] = apart;
			least = Math.min(least, apart);
		}
		if (least > most) return most + 1;
		[beforeLast, last, row] = [last, row, beforeLast];
	}
	return last[width]!;
}

/** Letters that may be wrong in a word of this length. */
export function mostSlips({ length }: string): number {
	return length < 6 ? 1 : 2;
}

/** Whether somebody who typed this may have meant that word: a letter is wrong, or two but not the first, or only its ending is another. */
export function mayBeMeant(typed: string, word: string): boolean {
	if (typed.length < 4 || /\d/.test(typed)) return false;
	const most = mostSlips(typed);
	const apart = lettersApart(typed, word, most);
	return apart <= 1 || (apart <= most && typed[0] === word[0]) || endsOtherwise(typed, word);
}

/** Whether two words differ in nothing but their endings. */
export function endsOtherwise(typed: string, word: string): boolean {
	if (/\d/.test(typed)) return false;
	const shared = sharedBeginning(typed, word);
	return shared >= 5 && shared >= Math.max(typed.length, word.length) - 3;
}

/**
 * How much two words, or several with a space between them, are alike, between 0 and 1: the share of their trigrams that stand in
 * both, as PostgreSQL counts them.
 */
export function similarity(one: string, other: string): number {
	const [here, there] = [trigramsOf(one), trigramsOf(other)];
	let shared = 0;
	for (const trigram of here) if (there.has(trigram)) shared += 1;
	return shared / (here.size + there.size - shared);
}

function trigramsOf(words: string): Set<string> {
	return new Set(
		words.split(' ').flatMap((word) => {
			const padded = `  ${word} `;
			return Array.from({ length: padded.length - 2 }, (_, n) => padded.slice(n, n + 3));
		})
	);
}

function sharedBeginning(one: string, other: string): number {
	let n = 0;
	while (n < one.length && one[n] === other[n]) n += 1;
	return n;
}
