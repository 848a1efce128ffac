import { createStore, del, entries, set, type UseStore } from 'idb-keyval';

let opened: UseStore | undefined;

function store(): UseStore {
	return (opened ??= createStore('swing-outbox', 'waiting'));
}

/** Writes that survive reloads and restarts of the browser; where it forbids storage, they live as long as the page. */
export const keptWrites = {
	async all<Entry>(): Promise<Entry[]> {
		try {
			return (await entries<string, Entry>(store())).map(([, entry]) => entry);
		} catch {
			return [];
		}
	},
	async keep(id: string, entry: unknown): Promise<void> {
		try {
			await set(id, entry, store());
		} catch {
			// Still in the page's memory.
		}
	},
	async drop(id: string): Promise<void> {
		try {
			await del(id, store());
		} catch {
			// A leftover is sent again under the same id, which changes nothing.
		}
	}
};
