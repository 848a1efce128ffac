/** A name as part of an address: small letters without marks, hyphens between words. */
export function slugOf(name: string): string {
	const plain = unmarked(name).replace(/[^a-z0-9]+/g, '-');
	return plain.replace(/^-+|-+$/g, '').slice(0, 60) || 'x';
}

/** Small letters without marks. */
export function unmarked(name: string): string {
	return name
		.toLowerCase()
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.replace(/[łøđßæœþðı]/g, (letter) => withoutMarks[letter] ?? letter);
}

const withoutMarks: Record<string, string> = { ł: 'l', ø: 'o', đ: 'd', ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th', ð: 'd', ı: 'i' };
