import { editsBetween } from './edits.ts';
import { tidied, type TokenChange } from './tidy-changes.ts';
import { textTokens } from './tokens.ts';

/* For the server: comparing takes time, and the library stays out of what a page loads. */

export interface DifferencePart {
	kind: 'same' | 'added' | 'removed';
	text: string;
}

/** Of a difference as a whole, in ms. */
const patience = 200;

function linesOf(text: string): string[] {
	return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** Two stretches of lines word by word, or as a whole where that would take too long. */
function wordsBetween(before: string, after: string, timeout: number): TokenChange[] {
	const [old, now] = [textTokens(before), textTokens(after)];
	const edits = before && after ? editsBetween(old, now, timeout) : null;
	if (!edits) return [{ same: [], removed: old, added: now }];
	let done = 0;
	const changes = edits.map(({ start, end, newStart, newEnd }): TokenChange => {
		const same = old.slice(done, start);
		done = end;
		return { same, removed: old.slice(start, end), added: now.slice(newStart, newEnd) };
	});
	return tidied([...changes, { same: old.slice(done), removed: [], added: [] }]);
}

function joined(parts: readonly DifferencePart[]): DifferencePart[] {
	return parts.reduce<DifferencePart[]>((all, part) => {
		const last = all.at(-1);
		if (part.text === '') return all;
		if (last?.kind === part.kind) all[all.length - 1] = { ...last, text: last.text + part.text };
		else all.push(part);
		return all;
	}, []);
}

/**
 * What became of a text: what is the same and removed is `before`, what is the same and added is `after`, in NFC to the last
 * character. Lines are compared first, and words where lines differ; what takes longer than `timeout` ms is told as removed
 * and added as a whole.
 */
export function differenceOf(before: string, after: string, timeout = patience): DifferencePart[] {
	const [old, now] = [linesOf(before.normalize('NFC')), linesOf(after.normalize('NFC'))];
	const edits = editsBetween(old, now, timeout) ?? [{ start: 0, end: old.length, newStart: 0, newEnd: now.length }];
	const texts = edits.map(({ start, end, newStart, newEnd }) => ({
		removed: old.slice(start, end).join(''),
		added: now.slice(newStart, newEnd).join('')
	}));
	const size = texts.reduce((sum, { removed, added }) => sum + removed.length + added.length, 0);
	let done = 0;
	const parts = edits.flatMap(({ start, end }, place): DifferencePart[] => {
		const { removed, added } = texts[place] ?? { removed: '', added: '' };
		const same: DifferencePart = { kind: 'same', text: old.slice(done, start).join('') };
		done = end;
		const changes = wordsBetween(removed, added, (timeout * (removed.length + added.length)) / size);
		return [
			same,
			...changes.flatMap((change): DifferencePart[] => [
				{ kind: 'same', text: change.same.join('') },
				{ kind: 'removed', text: change.removed.join('') },
				{ kind: 'added', text: change.added.join('') }
			])
		];
	});
	return joined([...parts, { kind: 'same', text: old.slice(done).join('') }]);
}
