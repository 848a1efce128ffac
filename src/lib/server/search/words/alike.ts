/** Letters by which two words differ, a swap of neighbours being one; more than `most` are not counted further. */
export function lettersApart(one: string, other: string, most: number): number {
	if (Math.abs(one.length - other.length) > most) return most + 1;
	let beforeLast: number[] = [];
	let last = Array.from({ length: other.length + 1 }, (_, n) => n);
	for (let i = 1; i <= one.length; i += 1) {
		const row = [i];
		for (let j = 1; j <= other.length; j += 1) {
			const same = one[i - 1] === other[j - 1];
			const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
			row[j] = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1), swapped ? (beforeLast[j - 2] ?? 0) + 1 : Infinity);
		}
		[beforeLast, last] = [last, row];
	}
	return last[other.length] ?? most + 1;
}

/** Whether somebody who typed this may have meant that word: a letter or two are wrong, or only its ending is another. */
export function mayBeMeant(typed: string, word: string): boolean {
	if (typed.length < 4 || /\d/.test(typed)) return false;
	const most = typed.length < 6 ? 1 : 2;
	if (lettersApart(typed, word, most) <= most) return true;
	const shared = sharedBeginning(typed, word);
	return shared >= 5 && shared >= Math.max(typed.length, word.length) - 3;
}

function sharedBeginning(one: string, other: string): number {
	let n = 0;
	while (n < one.length && one[n] === other[n]) n += 1;
	return n;
}
