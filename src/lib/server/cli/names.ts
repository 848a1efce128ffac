/** A name as part of an address: small letters without marks, hyphens between words. */
export function slugOf(name: string): string {
	const plain = bare(name).replace(/[^a-z0-9]+/g, '-');
	return plain.replace(/^-+|-+$/g, '').slice(0, 60) || 'x';
}

/** A short code for the city that no other one has: the first letters of its name, as many as it takes. */
export function codeOf(name: string, taken: ReadonlySet<string>): string {
	const letters = bare(name)
		.replace(/[^a-z]/g, '')
		.padEnd(2, 'x');
	for (let length = 2; length <= Math.min(8, letters.length); length++) {
		const code = letters.slice(0, length);
		if (!taken.has(code)) return code;
	}
	for (let at = 0; ; at++) {
		const code = `${letters.slice(0, 4)}${String.fromCharCode(97 + (at % 26)).repeat(1 + Math.floor(at / 26))}`;
		if (!taken.has(code)) return code;
	}
}

const withoutMarks: Record<string, string> = { ł: 'l', ø: 'o', đ: 'd', ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th', ð: 'd', ı: 'i' };

function bare(name: string): string {
	return name
		.toLowerCase()
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.replace(/[łøđßæœþðı]/g, (letter) => withoutMarks[letter] ?? letter);
}
