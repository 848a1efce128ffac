/*
 * What every text that comes in goes through, before anything else looks at it:
 *
 * 1. All line ends (CR LF, CR, VT, FF, NEL, U+2028, U+2029) become \n.
 * 2. NFC.
 * 3. Gone are: control characters except \n and \t, lone surrogates, noncharacters, U+FFF9-FFFC (the last one stands
 *    for an inline atom in the text map), and everything invisible (Unicode's default ignorables: zero-width spaces,
 *    fillers, soft hyphens, bidirectional embeddings, overrides and isolates, tags), except
 *    - a joiner inside an emoji sequence, and one after a letter of a script that needs it (not Latin, Greek, Cyrillic),
 *    - a variation selector right after an emoji, a Han or a Mongolian character,
 *    - the tags of a flag such as Scotland's,
 *    - one directional mark (U+200E, U+200F, U+061C) at a time: it moves nothing but its neighbours.
 * 4. At most four combining marks follow one another.
 *
 * Text typed in the ten languages comes out as it went in.
 */

const lineEnd = /\r\n?|[\v\f\u0085\u2028\u2029]/g;

const invisible = new RegExp(
	[
		'(', // what is kept
		'\\u{1F3F4}[\\u{E0030}-\\u{E0039}\\u{E0061}-\\u{E007A}]{3,6}\\u{E007F}',
		'|\\u200D(?<=\\p{ExtPict}[\\uFE0F\\p{EMod}]?\\u200D)(?=\\p{ExtPict})',
		'|[\\u200C\\u200D](?<=(?![\\p{sc=Latn}\\p{sc=Grek}\\p{sc=Cyrl}])\\p{L}\\p{M}{0,4}.)',
		'|[\\uFE0E\\uFE0F](?<=\\p{Emoji}.)',
		'|\\p{VS}(?<=[\\p{sc=Han}\\p{sc=Mong}].)',
		'|[\\u200E\\u200F\\u061C](?<![\\u200E\\u200F\\u061C].)',
		')',
		'|(?![\\n\\t])[\\p{Cc}\\p{Cs}\\p{DI}\\p{NChar}\\uFFF9-\\uFFFC]'
	].join(''),
	'gu'
);

const stacked = /(\p{M}{4})\p{M}+/gu;

/** Nothing outside of this needs a closer look: Latin letters, common signs, spaces and line ends. */
const unsuspicious = /^[\n\t -~\u00a0-\u00ac\u00ae-\u017f‐-―‘-”„…€]*$/;

function pass(text: string): string {
	return text.replace(lineEnd, '\n').normalize('NFC').replace(invisible, '$1').replace(stacked, '$1').normalize('NFC');
}

/** A text of several lines without characters that deceive, hide or break. Tabs stay. */
export function cleanText(text: string): string {
	if (unsuspicious.test(text)) return text;
	let cleaned = pass(text);
	// What is taken away can leave neighbours that the rules see differently, so on until nothing changes.
	for (let again = pass(cleaned); again !== cleaned; again = pass(cleaned)) cleaned = again;
	return cleaned;
}

/** One line, for names and titles: as cleanText, spaces of any kind joined to one, none at the ends. */
export function cleanLine(text: string): string {
	return cleanText(text)
		.replace(/[\s\u2800]{2,}|[^\S\u00a0\u202f]|\u2800/g, ' ')
		.replace(/^\s+|\s+$/g, '');
}
