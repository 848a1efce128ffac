const letter = '[\\p{L}\\p{N}]\\p{M}*';
/** An apostrophe or a raised dot stands within a word; a point, comma or space of thousands within a number. */
const inner = `(?<=\\p{L}\\p{M}*)['’·](?=\\p{L})|(?<=\\p{N})[.,'’\\u00a0\\u202f](?=\\p{N})|(?<=\\p{N}) (?=\\p{N}{3}(?!\\p{N}))`;
const picture = '\\p{ExtPict}[\\p{EMod}\\p{M}]*';
const token = new RegExp(
	[
		`(?:${letter})+(?:(?:${inner})(?:${letter})+)*`,
		'\\n',
		'[^\\S\\n]+',
		'\\p{RI}{2}',
		`${picture}(?:\\u200d${picture})*[\\u{E0020}-\\u{E007F}]*`,
		'[^]\\p{M}*'
	].join('|'),
	'gu'
);

/**
 * A text in the pieces that a difference takes or leaves: words, numbers with what stands in them, line ends, spaces, and each
 * other sign. Joined they are the text. They are our own because Intl.Segmenter joins U+202F to a word, and cuts otherwise in
 * Node than in browsers.
 */
export function textTokens(text: string): string[] {
	return text.match(token) ?? [];
}

/** Whether a token says something that is read aloud. */
export function isWord(token: string): boolean {
	return /[\p{L}\p{N}]/u.test(token);
}
