import { dayNamed } from './days.ts';
import { filterCalled, kindCalled, languageCalled, type Filter } from './key-words.ts';
import { emptyQuery, longestQuery, type Query } from './query.ts';
import { wordsOf } from './words.ts';

/** A filter, words in quotation marks, or anything else up to the next space. */
const pattern = /(-?)(?:(\p{L}+):)?(?:["“”„«»]([^"“”„«»]*)(?:["“”„«»]|$)|([^\s"“”„«»]+))?/uy;

/** What stands between two spaces of the box, or in quotation marks. */
export interface Token {
	at: number;
	length: number;
	minus: boolean;
	/** What stands before a colon. */
	key: string | undefined;
	quoted: string | undefined;
	plain: string | undefined;
}

export function tokensOf(text: string): Token[] {
	const tokens: Token[] = [];
	let at = 0;
	while (at < text.length) {
		pattern.lastIndex = at;
		const [whole = '', minus, key, quoted, plain] = pattern.exec(text) ?? [];
		if (whole !== '') tokens.push({ at, length: whole.length, minus: minus !== '', key, quoted, plain });
		at += whole.length || 1;
	}
	return tokens;
}

/** The text as it is read. */
export function readText(text: string): string {
	return text.slice(0, longestQuery).normalize('NFC');
}

/** Understands whatever is typed; nothing is wrong, and what means nothing is passed over. */
export function parseQuery(text: string): Query {
	const query = emptyQuery();
	for (const { minus, key, quoted, plain } of tokensOf(readText(text))) {
		const filter = key === undefined ? undefined : filterCalled(key);
		const said = (quoted ?? plain ?? '').trim();
		if (filter && !minus) addFilter(query, filter, { key: key ?? '', said });
		else if (filter) query.unknown.push({ key: `-${key}`, value: said });
		else if (quoted === undefined) addTerm(query, { text: key === undefined ? said : `${key}:${said}`, exact: false, without: minus });
		else {
			if (key !== undefined) addTerm(query, { text: key, exact: false, without: minus });
			addTerm(query, { text: said, exact: true, without: minus });
		}
	}
	return query;
}

function addTerm({ terms }: Query, term: Query['terms'][number]): void {
	if (wordsOf(term.text).length === 0) return;
	const same = terms.some(({ text, exact, without }) => text === term.text && exact === term.exact && without === term.without);
	if (!same) terms.push(term);
}

function addFilter(query: Query, filter: Filter, { key, said }: { key: string; said: string }): void {
	if (said === '') return;
	const add = <Value>(list: Value[], value: Value | null | undefined) => {
		if (value == null) query.unknown.push({ key, value: said });
		else if (!list.includes(value)) list.push(value);
	};
	const named = wordsOf(said).length > 0 ? said : null;
	switch (filter) {
		case 'kind':
			return add(query.kinds, kindCalled(said));
		case 'lang':
			return add(query.langs, languageCalled(said));
		case 'city':
			return add(query.cities, named);
		case 'from':
			return add(query.people, named);
		default: {
			const day = dayNamed(said);
			if (day) query[filter] = day;
			else query.unknown.push({ key, value: said });
		}
	}
}
