import { isWord } from './tokens.ts';

/** Tokens that stayed, and what changed behind them. */
export interface TokenChange {
	same: string[];
	removed: string[];
	added: string[];
}

const isBlank = (tokens: readonly string[]): boolean => tokens.join('').trim() === '' && !tokens.includes('\n');

/** Where one space became another, nobody would see it: the words beside it are told with it. */
function withNeighbours(changes: TokenChange[]): TokenChange[] {
	for (const [place, change] of changes.entries()) {
		const next = changes[place + 1];
		const { same, removed, added } = change;
		if (!next || !isBlank([...removed, ...added])) continue;
		if (same.length > 0 && same.at(-1) !== '\n') {
			const word = same.splice(-1);
			removed.unshift(...word);
			added.unshift(...word);
		}
		if (next.same.length > 0 && next.same[0] !== '\n') {
			const word = next.same.splice(0, 1);
			removed.push(...word);
			added.push(...word);
		}
	}
	return changes;
}

function wordsIn(tokens: readonly string[]): number {
	return tokens.filter(isWord).length;
}

function size({ removed, added }: TokenChange): number {
	return Math.max(wordsIn(removed), wordsIn(added));
}

/** Whether what stayed between two changes is so little that it is read more easily within them. */
function isCrumb(one: TokenChange, next: TokenChange): boolean {
	const { same } = next;
	if (same.includes('\n') || size(next) + next.removed.length + next.added.length === 0) return false;
	const words = same.filter(isWord);
	if (words.length === 0) return true;
	return words.length <= 2 && words.join('').length <= 8 && size(one) > words.length && size(next) > words.length;
}

function withoutCrumbs(changes: readonly TokenChange[]): TokenChange[] {
	return changes.reduce<TokenChange[]>((all, change) => {
		const last = all.at(-1);
		if (last && isCrumb(last, change)) {
			last.removed.push(...change.same, ...change.removed);
			last.added.push(...change.same, ...change.added);
		} else all.push(change);
		return all;
	}, []);
}

/** The same changes as a person reads them. They are taken over. */
export function tidied(changes: TokenChange[]): TokenChange[] {
	let tidy = withNeighbours(changes);
	for (let again = withoutCrumbs(tidy); again.length < tidy.length; again = withoutCrumbs(tidy)) tidy = again;
	return tidy;
}
