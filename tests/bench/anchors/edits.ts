import type { Chance } from './chance.ts';
import type { EditedText, Stretch } from './edited-text.ts';
import type { Language } from './languages.ts';
import { paragraph, sentence, word, wordsOf } from './prose.ts';

interface Writing {
	text: EditedText;
	chance: Chance;
	language: Language;
}

type Span = [start: number, end: number];

/** Where the sentences of a text begin and end, their space behind them included. */
function sentences(text: string): Span[] {
	return [...text.matchAll(/[^]+?(?:[.?!]\s+(?=\p{Lu})|$)/gu)].map(({ 0: all, index }) => [index, index + all.length]);
}

function wordSpans(text: string): Span[] {
	return [...text.matchAll(/\S+/g)].map(({ 0: all, index }) => [index, index + all.length]);
}

const anyBlock = ({ text, chance }: Writing): number => chance.whole(0, text.blocks.length - 1);

/** Some neighbouring words of a block. */
function someWords(writing: Writing, place: number, most: number): Span | null {
	const spans = wordSpans(writing.text.at(place).text);
	if (spans.length === 0) return null;
	const first = writing.chance.whole(0, spans.length - 1);
	const last = Math.min(spans.length - 1, first + writing.chance.whole(0, most - 1));
	return [spans[first]?.[0] ?? 0, spans[last]?.[1] ?? 0];
}

function someSentences(writing: Writing, place: number, most: number): Span | null {
	const spans = sentences(writing.text.at(place).text);
	if (spans.length === 0) return null;
	const first = writing.chance.whole(0, spans.length - 1);
	const last = Math.min(spans.length - 1, first + writing.chance.whole(0, most - 1));
	return [spans[first]?.[0] ?? 0, spans[last]?.[1] ?? 0];
}

/** A place between two sentences. */
function between(writing: Writing): [place: number, at: number] {
	const place = anyBlock(writing);
	const starts = sentences(writing.text.at(place).text).map(([start]) => start);
	return [place, starts.length > 0 ? writing.chance.one(starts) : 0];
}

/** What is taken away and may come back later in the session. */
export interface Taken {
	kind: 'words' | 'blocks';
	/** The number of the block, and the offset, where it stood. */
	place: number;
	at: number;
	stretch: Stretch;
	blocks: EditedText['blocks'];
}

export type Edit = (writing: Writing) => void;

const replaceWords: Edit = (writing) => {
	const { text, chance, language } = writing;
	const place = anyBlock(writing);
	const span = someWords(writing, place, 5);
	if (!span) return;
	text.cut(place, ...span);
	text.put(place, span[0], text.fresh(wordsOf(chance, language, chance.whole(1, 5))));
};

const insertWords: Edit = (writing) => {
	const { text, chance, language } = writing;
	const place = anyBlock(writing);
	const span = someWords(writing, place, 1);
	text.put(place, span?.[0] ?? 0, text.fresh(`${wordsOf(chance, language, chance.whole(1, 6))} `));
};

const deleteWords: Edit = (writing) => {
	const place = anyBlock(writing);
	const span = someWords(writing, place, 6);
	if (!span) return;
	const { text } = writing.text.at(place);
	writing.text.cut(place, span[0], text[span[1]] === ' ' ? span[1] + 1 : span[1]);
};

/** One letter of a word becomes another, or goes. */
const mendWord: Edit = (writing) => {
	const { text, chance, language } = writing;
	const place = anyBlock(writing);
	const span = someWords(writing, place, 1);
	if (!span || span[1] - span[0] < 4) return;
	const at = chance.whole(span[0] + 1, span[1] - 2);
	text.cut(place, at, at + 1);
	if (chance.is(0.7)) text.put(place, at, text.fresh(word(chance, language).charAt(0)));
};

const insertSentences: Edit = (writing) => {
	const { text, chance, language } = writing;
	const [place, at] = between(writing);
	const told = Array.from({ length: chance.whole(1, 3) }, () => sentence(chance, language)).join(' ');
	text.put(place, at, text.fresh(`${told} `));
};

const deleteSentences: Edit = (writing) => {
	const place = anyBlock(writing);
	const span = someSentences(writing, place, 3);
	if (span) writing.text.cut(place, ...span);
};

/** A sentence is thrown away and said in other words at its place. */
const rewriteSentence: Edit = (writing) => {
	const { text, chance, language } = writing;
	const place = anyBlock(writing);
	const span = someSentences(writing, place, 1);
	if (!span) return;
	text.cut(place, ...span);
	text.put(place, span[0], text.fresh(`${sentence(chance, language)} `));
};

/** Every third word or so of a sentence becomes another. */
const reworkSentence: Edit = (writing) => {
	const { text, chance, language } = writing;
	const place = anyBlock(writing);
	const span = someSentences(writing, place, 1);
	if (!span) return;
	const words = wordSpans(text.at(place).text).filter(([start, end]) => start >= span[0] && end <= span[1]);
	for (const [start, end] of words.reverse()) {
		if (!chance.is(0.35)) continue;
		text.cut(place, start, end);
		text.put(place, start, text.fresh(word(chance, language)));
	}
};

const moveSentences: Edit = (writing) => {
	const place = anyBlock(writing);
	const span = someSentences(writing, place, 3);
	if (!span || span[1] - span[0] < 25) return;
	const moved = writing.text.cut(place, ...span);
	writing.text.put(
		...between(writing),
		moved.text.endsWith(' ') ? moved : { text: `${moved.text} `, fates: [...moved.fates, ...writing.text.fresh(' ').fates] }
	);
};

const insertParagraphs: Edit = (writing) => {
	const { text, chance, language } = writing;
	const place = chance.whole(0, text.blocks.length);
	const fresh = Array.from({ length: chance.whole(1, 3) }, () => ({ id: text.freshId(), ...text.fresh(paragraph(chance, language)) }));
	text.blocks.splice(place, 0, ...fresh);
};

const deleteParagraphs: Edit = (writing) => {
	if (writing.text.blocks.length > 4) writing.text.blocks.splice(anyBlock(writing), writing.chance.whole(1, 2));
};

const moveParagraphs: Edit = (writing) => {
	const { text, chance } = writing;
	const moved = text.blocks.splice(anyBlock(writing), chance.whole(1, 4));
	text.blocks.splice(chance.whole(0, text.blocks.length), 0, ...moved);
};

const splitParagraph: Edit = (writing) => {
	const { text } = writing;
	const [place, at] = between(writing);
	if (at === 0) return;
	const rest = text.cut(place, at, text.at(place).text.length);
	text.blocks.splice(place + 1, 0, { id: text.freshId(), ...rest });
};

const joinParagraphs: Edit = (writing) => {
	const { text } = writing;
	if (text.blocks.length < 3) return;
	const place = writing.chance.whole(0, text.blocks.length - 2);
	const [next] = text.blocks.splice(place + 1, 1);
	const end = text.at(place).text.length;
	if (next) text.put(place, end, next);
	text.put(place, end, text.fresh(' '));
};

/** A copy is other text than what it was copied from. */
const copySentences: Edit = (writing) => {
	const place = anyBlock(writing);
	const span = someSentences(writing, place, 2);
	if (!span) return;
	const { text } = writing.text.at(place);
	writing.text.put(...between(writing), writing.text.fresh(`${text.slice(...span).trim()} `));
};

const weighted: [number, Edit][] = [
	[16, replaceWords],
	[14, insertWords],
	[10, deleteWords],
	[8, mendWord],
	[8, insertSentences],
	[10, deleteSentences],
	[6, rewriteSentence],
	[6, reworkSentence],
	[10, moveSentences],
	[4, insertParagraphs],
	[4, deleteParagraphs],
	[7, moveParagraphs],
	[3, splitParagraph],
	[3, joinParagraphs],
	[1, copySentences]
];

export function anyEdit(writing: Writing): void {
	let rest = writing.chance.next() * weighted.reduce((sum, [weight]) => sum + weight, 0);
	for (const [weight, edit] of weighted) {
		rest -= weight;
		if (rest < 0) return edit(writing);
	}
}

/**
 * One sitting: some edits, some of which are begun otherwise than they end: what was cut is pasted edits later, elsewhere or
 * where it stood; what was deleted is typed again as it was.
 */
export function session(writing: Writing, edits: number, settled: () => void): void {
	const { text, chance } = writing;
	let held: Taken | null = null;
	for (let done = 0; done < edits; done += 1) {
		if (held && chance.is(0.4)) {
			const back = chance.is(0.5);
			if (held.kind === 'blocks')
				text.blocks.splice(
					back ? Math.min(held.place, text.blocks.length) : chance.whole(0, text.blocks.length),
					0,
					...held.blocks
				);
			else if (back && text.blocks[held.place])
				text.put(held.place, Math.min(held.at, text.at(held.place).text.length), held.stretch);
			else text.put(...between(writing), held.stretch);
			held = null;
		} else if (!held && chance.is(0.3)) {
			const place = anyBlock(writing);
			if (chance.is(0.4) && text.blocks.length > 6)
				held = {
					kind: 'blocks',
					place,
					at: 0,
					stretch: { text: '', fates: [] },
					blocks: text.blocks.splice(place, chance.whole(1, 3))
				};
			else {
				const span = someSentences(writing, place, 2);
				if (span && span[1] - span[0] > 25)
					held = { kind: 'words', place, at: span[0], stretch: text.cut(place, ...span), blocks: [] };
			}
		} else anyEdit(writing);
		settled();
	}
}
