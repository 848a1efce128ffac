import { createStore, promisifyRequest, type UseStore } from 'idb-keyval';
import { isNothing, joined, newIn, type ReadState } from '../../model/threads/read-state.ts';

/** What somebody has read of a stream or jumped over, as long as the server has not been told. */
export interface KeptMark extends ReadState {
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
const inMemory = new Map<string, KeptMark>();

function store(): UseStore {
	return (opened ??= createStore('swing-read', 'untold'));
}

function keyOf({ personId, stream }: Pick<KeptMark, 'personId' | 'stream'>): string {
	return `${personId} ${stream}`;
}

function asNow(kept: KeptMark | OldMark): KeptMark {
	if (!('seq' in kept)) return kept;
	const { personId, stream, seq } = kept;
	return { personId, stream, read: [[1, seq]], jumped: [] };
}

function together(kept: KeptMark | OldMark | undefined, mark: KeptMark): KeptMark {
	return kept ? { ...mark, ...joined(asNow(kept), mark) } : mark;
}

/** What is left of what is kept when a mark was told; null for nothing. */
function left(kept: KeptMark | OldMark | undefined, told: KeptMark): KeptMark | null {
	if (!kept) return null;
	const mark = asNow(kept);
	const more = newIn(mark, told);
	return isNothing(more) ? null : { ...mark, ...more };
}

/** Read marks that survive reloads and restarts of the browser; all tabs share them. */
export const keptMarks = {
	async of(personId: string): Promise<KeptMark[]> {
		let kept: (KeptMark | OldMark)[] = [];
		try {
			kept = await store()('readonly', (marks) => promisifyRequest(marks.getAll()));
		} catch {
			// What is in memory is all there is.
		}
		return [...kept.map(asNow), ...inMemory.values()].filter((mark) => mark.personId === personId);
	},

	/** Keeps what was read besides what is kept already. */
	async raise(mark: KeptMark): Promise<void> {
		const key = keyOf(mark);
		try {
			await store()('readwrite', async (marks) => {
				marks.put(together(await promisifyRequest<KeptMark | OldMark | undefined>(marks.get(key)), mark), key);
				return promisifyRequest(marks.transaction);
			});
		} catch {
			inMemory.set(key, together(inMemory.get(key), mark));
		}
	},

	/** Forgets what the server has; what was read meanwhile stays. */
	async told(mark: KeptMark): Promise<void> {
		const key = keyOf(mark);
		const more = left(inMemory.get(key), mark);
		if (more) inMemory.set(key, more);
		else inMemory.delete(key);
		try {
			await store()('readwrite', async (marks) => {
				const kept = await promisifyRequest<KeptMark | OldMark | undefined>(marks.get(key));
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
