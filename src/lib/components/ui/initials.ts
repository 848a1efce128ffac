/** The first letters of the first and the last word of a name, as the face of a person without a picture. */
export function initials(name: string): string {
	const words = name
		.trim()
		.split(/[\s\u00a0]+/u)
		.filter(Boolean);
	const first = words[0];
	const last = words.length > 1 ? words.at(-1) : undefined;
	return [first, last].map((word) => letter(word)).join('');
}

function letter(word: string | undefined): string {
	const found = word?.normalize('NFC').match(/\p{L}\p{M}*/u)?.[0] ?? '';
	return found.toLocaleUpperCase();
}
