import type { Sql } from 'postgres';
import { writingLanguages } from '#lib/i18n/locales.ts';
import type { Query, Term } from '#lib/model/search/query.ts';
import type { NumberRead } from '#lib/model/search/numbers.ts';
import { wordsOf, type Word } from '#lib/model/search/words.ts';
import { namedAmong } from './concepts.ts';
import { stemming, type Stemming } from './stemming.ts';
import { all, any, lexeme, sideBySide } from './tsquery.ts';
import { exact } from './vector.ts';

/** Words of a query that are looked for; what comes after them is passed over. */
const mostWords = 12;
/** Letters from which on the last word may be only begun. */
const begun = 3;

/** Words that may have been meant, by the word that was typed. */
export type Meant = ReadonlyMap<string, readonly string[]>;

/** A query as the index is asked. */
export interface Asked {
	/** What must be there; null when only filters were given. */
	match: string | null;
	/** What must not be there. */
	without: string | null;
	/** The asked words themselves, for the order: each of them, and all of them close together. */
	own: string;
	near: string;
	/** What is marked where it is found: lexemes, and words that are marked only side by side. */
	lexemes: string[];
	phrases: string[];
	prefix: string | null;
	/** The words that are looked for among similar ones when little is found. */
	typed: string[];
}

const langs = Object.keys(writingLanguages);

/** Turns what is asked into the words of the index, in every language, with what the field calls the same. */
export async function askedOf(sql: Sql, { terms }: Pick<Query, 'terms'>, meant: Meant = new Map()): Promise<Asked> {
	const wanted = terms.filter(({ without }) => !without);
	const free = stretchesOf(wanted)
		.flatMap((text) => wordsOf(text))
		.slice(0, mostWords);
	const phrases = wanted
		.filter((term) => term.exact)
		.map(phraseOf)
		.slice(0, mostWords);
	const unwanted = terms.filter(({ without }) => without).slice(0, mostWords);
	const known = await stemming(sql, langs, [...free, ...unwanted.flatMap(({ text }) => wordsOf(text))]);

	const groups = await grouped(sql, free, known);
	const needed = groups.some(({ said }) => said) || phrases.length > 0 ? groups.filter(({ said }) => said) : groups;
	const last = free.at(-1);
	const prefix = last && last.bare.length >= begun && wanted.at(-1)?.exact === false ? exact(last.bare) : null;
	const word = (one: Word) => alternatives(one, known, { prefix: one === last ? prefix : null, meant });

	const match = all([
		...needed.map(({ words, others }) =>
			any([all(words.map(word)), ...others.map((name) => sideBySide(name.map((stems) => any(stems.map((stem) => lexeme(stem))))))])
		),
		...phrases.map(saidSo)
	]);
	const own = any([...free.flatMap((one) => lexemesOf(one, known)).map((one) => lexeme(one)), ...phrases.flat(2).map(exactly)]);
	return {
		match: match || null,
		without:
			any(
				unwanted.map((term) =>
					term.exact
						? saidSo(phraseOf(term))
						: sideBySide(wordsOf(term.text).map((one) => any(lexemesOf(one, known).map((each) => lexeme(each)))))
				)
			) || null,
		own,
		near: all([...free.map((one) => any(lexemesOf(one, known).map((each) => lexeme(each)))), ...phrases.map(saidSo)]),
		lexemes: [
			...needed.flatMap(({ words, others }) => [
				...words.flatMap((one) => [...lexemesOf(one, known), ...(meant.get(one.bare) ?? []).map(exact)]),
				...others.flat(2)
			])
		],
		phrases: [...phrases.flat(), ...free.flatMap(({ number }) => (number ? [number.runs] : []))].map((words) => words.join(' ')),
		prefix,
		typed: needed.flatMap(({ words }) => words.map(({ bare }) => bare))
	};
}

interface Group {
	words: Word[];
	/** Other names of the thing that the words name: for each word its stems. */
	others: (readonly string[])[][];
	/** Whether the words say something by themselves. */
	said: boolean;
}

/** The asked words in their order, those together that name a thing of the vocabulary. */
async function grouped(sql: Sql, free: Word[], known: Stemming): Promise<Group[]> {
	const isEmpty = (word: Word) => word.bare.length < 2 || langs.some((lang) => known.isStopWord(lang, word));
	const namings = await namedAmong(sql, free, known);
	const groups: Group[] = [];
	for (let n = 0; n < free.length;) {
		const naming = namings.find(({ from }) => from === n);
		const words = free.slice(n, n + (naming?.length ?? 1));
		const telling = words.filter((word) => !isEmpty(word));
		// By itself "ville" is a French city; among other words it may be a Norwegian "would", and need not occur.
		groups.push({ words: telling.length > 0 ? telling : words, others: naming?.others ?? [], said: telling.length > 0 });
		n += words.length;
	}
	return groups;
}

/** Words that stand beside one another, as one text: the thousands of a number are such. */
function stretchesOf(wanted: readonly Term[]): string[] {
	const texts: string[] = [];
	for (const [n, { text, exact: quoted }] of wanted.entries()) {
		if (quoted) continue;
		if (n > 0 && wanted[n - 1]?.exact === false) texts.push(`${texts.pop() ?? ''} ${text}`);
		else texts.push(text);
	}
	return texts;
}

function lexemesOf(word: Word, { stems }: Stemming): string[] {
	if (word.number) return word.number.forms.map(exact);
	return [...new Set([exact(word.bare), ...langs.flatMap((lang) => stems(lang, word))])];
}

function alternatives(word: Word, known: Stemming, { prefix, meant }: { prefix: string | null; meant: Meant }): string {
	return any([
		// What begins so is the word itself too.
		...(prefix ? [lexeme(prefix, { prefix: true })] : []),
		...lexemesOf(word, known)
			.filter((one) => one !== prefix)
			.map((one) => lexeme(one)),
		...(word.number ? [asRuns(word.number)] : []),
		...(meant.get(word.bare) ?? []).map((one) => lexeme(exact(one)))
	]);
}

/** A date or a clause that begins like the number is meant too, and two numbers that only stood beside one another. */
function asRuns({ runs, spaced }: NumberRead): string {
	return (spaced ? all : sideBySide)(runs.map(exactly));
}

const exactly = (bareWord: string) => lexeme(exact(bareWord));

/** The words of a phrase; where there are numbers among them, also with what stands between the signs of these. */
function phraseOf({ text }: Term): string[][] {
	const words = wordsOf(text).slice(0, mostWords);
	const said = words.map(({ bare }) => bare);
	return words.some(({ number }) => number) ? [said, words.flatMap(({ bare, number }) => number?.runs ?? [bare])] : [said];
}

function saidSo(phrase: readonly string[][]): string {
	return any(phrase.map((words) => sideBySide(words.map(exactly))));
}
