/** Takes the longest of these endings off, as long as three letters stay. */
export function withoutEnding(word: string, endings: readonly string[]): { stem: string; ending: string } {
	const ending = endings.find((one) => word.length >= one.length + 3 && word.endsWith(one)) ?? '';
	return { stem: ending === '' ? word : word.slice(0, -ending.length), ending };
}

/** A list of endings, the longest first. */
export function endingsOf(list: string): string[] {
	return list.split(' ').sort((a, b) => b.length - a.length);
}
