import { filterCalled, type Filter } from './key-words.ts';
import { tokensOf, type Token } from './parse-query.ts';
import { wordsOf } from './words.ts';

/** A filter by name that has no quotation marks, and plain words behind it, which may belong to the name. */
interface OpenName {
	filter: Filter;
	token: Token;
	following: Token[];
}

/** Words of a name; nobody is asked for by more. */
const longest = 6;

/** Where in what is typed a name may go on: `from:Anna Kowalska`. */
function openNames(text: string): OpenName[] {
	const tokens = tokensOf(text);
	return tokens.flatMap((token, n) => {
		const filter = token.key === undefined ? undefined : filterCalled(token.key);
		if ((filter !== 'from' && filter !== 'city') || token.minus || !token.plain) return [];
		const after = tokens.slice(n + 1, n + longest);
		const end = after.findIndex(({ key, minus, plain }) => key !== undefined || minus || plain === undefined);
		const following = end < 0 ? after : after.slice(0, end);
		return following.length > 0 ? [{ filter, token, following }] : [];
	});
}

/** Whose names must be known to read the text. */
export function namesWanted(text: string): Filter[] {
	return [...new Set(openNames(text).map(({ filter }) => filter))];
}

/**
 * The same text with quotation marks around each name that goes on: as many words as one of the known names has, be it only
 * begun where a capital says that a name is meant.
 */
export function withWholeNames(text: string, known: Partial<Record<Filter, readonly string[]>>): string {
	let said = text;
	for (const { filter, token, following } of openNames(text).reverse()) {
		const names = (known[filter] ?? []).map((name) => wordsOf(name).map(({ bare }) => bare));
		for (let n = following.length; n > 0; n -= 1) {
			const more = following.slice(0, n);
			const last = more[n - 1];
			if (!last || !names.some((name) => isOf(name, token, more))) continue;
			const value = said.slice(token.at + (token.key?.length ?? 0) + 1, last.at + last.length);
			said = `${said.slice(0, token.at)}${token.key}:"${value}"${said.slice(last.at + last.length)}`;
			break;
		}
	}
	return said;
}

function isOf(name: readonly string[], { plain = '' }: Token, more: readonly Token[]): boolean {
	const left = [...name];
	const take = (fits: (part: string) => boolean): boolean => {
		const at = left.findIndex(fits);
		if (at >= 0) left.splice(at, 1);
		return at >= 0;
	};
	const said = (text: string) => wordsOf(text).map(({ bare }) => bare);
	const isBegun = ({ plain: word = '' }: Token) => /^\p{Lu}/u.test(word);
	return (
		more.every((token) => {
			const words = said(token.plain ?? '');
			return (
				words.length > 0 &&
				words.every((word) => take((part) => part === word) || (isBegun(token) && take((part) => part.startsWith(word))))
			);
		}) && said(plain).every((word) => take((part) => part.startsWith(word)))
	);
}
