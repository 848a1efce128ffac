import { createStore, promisifyRequest, update, values, type UseStore } from 'idb-keyval';
import { isNothing, joined, newIn, type ReadState } from '../../model/threads/read-state.ts';

/** What somebody has read of a stream or jumped over, as long as the server has not been told. */
export interface Mark extends ReadState {
	personId: string;
	stream: string;
}

/** What an earlier version of the program kept: everything up to a place was read. */
interface OldMark {
	personId: string;
	stream: string;
	seq: number;
}

let opened: UseStore | undefined;
/** Where the browser forbids storage, marks live as long as the page. */
const inMemory = new Map<string, Mark>();

function store(): UseStore {
	return (opened ??= createStore('swing-read', 'untold'));
}

function keyOf({ personId, stream }: Pick<Mark, 'personId' | 'stream'>): string {
	return `${personId} ${stream}`;
}

function asNow(kept: Mark | OldMark): Mark {
	if (!('seq' in kept)) return kept;
	const { personId, stream, seq } = kept;
	return { personId, stream, read: [[1, seq]], jumped: [] };
}

function together(kept: Mark | OldMark | undefined, mark: Mark): Mark {
	return kept ? { ...mark, ...joined(asNow(kept), mark) } : mark;
}

/** What is left of what is kept when a mark was told; null for nothing. */
function left(kept: Mark | OldMark | undefined, told: Mark): Mark | null {
	if (!kept) return null;
	const mark = asNow(kept);
	const more = newIn(mark, told);
	return isNothing(more) ? null : { ...mark, ...more };
}

/** Read marks that survive reloads and restarts of the browser; all tabs share them. */
export const keptMarks = {
	async of(personId: string): Promise<Mark[]> {
		let kept: (Mark | OldMark)[] = [];
		try {
			kept = await values<Mark | OldMark>(store());
		} catch {
			// What is in memory is all there is.
		}
		return [...kept.map(asNow), ...inMemory.values()].filter((mark) => mark.personId === personId);
	},

	/** Keeps what was read besides what is kept already. */
	async raise(mark: Mark): Promise<void> {
		const key = keyOf(mark);
		try {
			await update<Mark | OldMark>(key, (kept) => together(kept, mark), store());
		} catch {
			inMemory.set(key, together(inMemory.get(key), mark));
		}
	},

	/** Forgets what the server has; what was read meanwhile stays. */
	async told(mark: Mark): Promise<void> {
		const key = keyOf(mark);
		const more = left(inMemory.get(key), mark);
		if (more) inMemory.set(key, more);
		else inMemory.delete(key);
		try {
			await store()('readwrite', async (marks) => {
				const kept = await promisifyRequest<Mark | OldMark | undefined>(marks.get(key));
				const rest = left(kept, mark);
				if (rest) marks.put(rest, key);
				else if (kept) marks.delete(key);
				return promisifyRequest(marks.transaction);
			});
		} catch {
			// Told once more later, which changes nothing.
		}
	}
};
