import { mayHoldNumbers, numberPattern, readNumber, type NumberRead } from './numbers.ts';

/** A word of a text: where it stands, how it is written, and how it is compared. */
export interface Word {
	start: number;
	end: number;
	/** In lower case, with its accents: what dictionaries know. */
	written: string;
	/** Without accents. */
	bare: string;
	/** Of a number with signs in it, which is one word however it is written. */
	number?: NumberRead;
}

/** Letters and digits in a row; the Catalan l·l and letters parted by something that nobody sees stay together. */
const wordPattern = /[\p{L}\p{M}\p{Nd}]+(?:[·\u00ad\u200b-\u200d\u2060]+[\p{L}\p{M}\p{Nd}]+)*/gu;
/** The same where numbers may stand, each of which is one word. */
const numberOrWord = new RegExp(`${numberPattern.source}|${wordPattern.source}`, 'gu');
const whole = new RegExp(`^${numberPattern.source}$`, 'u');
/** Most words are nothing but these, and need no taking apart. */
const plain = /^[A-Za-z\d]+$/;
const within = /[·\u00ad\u200b-\u200d\u2060]/g;

/** Letters that Unicode does not take apart. */
const parted: Record<string, string> = { ł: 'l', ø: 'o', đ: 'd', ð: 'd', ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th', ı: 'i' };

/** No word is compared beyond this many characters. */
const longest = 60;

/** The words of a text in their order. */
export function wordsOf(text: string): Word[] {
	const pattern = mayHoldNumbers.test(text) ? numberOrWord : wordPattern;
	return Array.from(text.matchAll(pattern), ({ 0: found, index }) => {
		const place = { start: index, end: index + found.length };
		if (plain.test(found)) {
			const word = found.slice(0, longest).toLowerCase();
			return { ...place, written: word, bare: word };
		}
		if (pattern === numberOrWord && whole.test(found)) {
			const number = readNumber(found.slice(0, longest));
			const [word = ''] = number.forms;
			return { ...place, written: word, bare: word, number };
		}
		const written = found.replace(within, '').normalize('NFKC').toLowerCase().slice(0, longest);
		return { ...place, written, bare: bare(written) };
	}).filter((word) => word.bare !== '');
}

/** A word as it is compared: in lower case, without accents, of letters and digits alone. */
export function bare(word: string): string {
	return word
		.normalize('NFKD')
		.toLowerCase()
		.replace(/[łøđðßæœþı]/g, (letter) => parted[letter] ?? letter)
		.replace(/[^\p{L}\p{Nd}]/gu, '');
}
