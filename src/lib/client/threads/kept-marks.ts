import { createStore, promisifyRequest, update, values, type UseStore } from 'idb-keyval';

/** How far somebody has read a stream, as long as the server has not been told. */
export interface Mark {
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

function keyOf({ personId, stream }: Mark): string {
	return `${personId} ${stream}`;
}

function further(kept: Mark | undefined, mark: Mark): Mark {
	return kept && kept.seq >= mark.seq ? kept : mark;
}

/** Read marks that survive reloads and restarts of the browser; all tabs share them. */
export const keptMarks = {
	async of(personId: string): Promise<Mark[]> {
		let kept: Mark[] = [];
		try {
			kept = await values<Mark>(store());
		} catch {
			// What is in memory is all there is.
		}
		return [...kept, ...inMemory.values()].filter((mark) => mark.personId === personId);
	},

	/** Keeps a mark, unless one that is further is kept already. */
	async raise(mark: Mark): Promise<void> {
		const key = keyOf(mark);
		try {
			await update<Mark>(key, (kept) => further(kept, mark), store());
		} catch {
			inMemory.set(key, further(inMemory.get(key), mark));
		}
	},

	/** Forgets a mark that the server has; one that has moved on meanwhile stays. */
	async told(mark: Mark): Promise<void> {
		const key = keyOf(mark);
		const covers = (kept: Mark | undefined) => kept !== undefined && kept.seq <= mark.seq;
		if (covers(inMemory.get(key))) inMemory.delete(key);
		try {
			await store()('readwrite', async (marks) => {
				if (covers(await promisifyRequest<Mark | undefined>(marks.get(key)))) marks.delete(key);
				return promisifyRequest(marks.transaction);
			});
		} catch {
			// Told once more later, which changes nothing.
		}
	}
};
