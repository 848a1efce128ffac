import { createStore, del, get, set, type UseStore } from 'idb-keyval';
import type { Attachment } from './uploads.svelte.ts';

/** What is remembered of an attachment; its bytes lie beside, in the browser's database. */
export type KeptFile = Omit<Attachment, 'state' | 'sent'>;

const prefix = 'files:';
let opened: UseStore | undefined;

function store(): UseStore {
	return (opened ??= createStore('swing-files', 'on-their-way'));
}

/** Browsers may forbid storage or have no room left; files then live as long as the page. */
function attempt<Result>(work: () => Result): Result | null {
	try {
		return work();
	} catch {
		return null;
	}
}

/** The files of drafts, by person and place, across reloads and restarts of the browser. */
export const keptFiles = {
	read(place: string): KeptFile[] {
		return attempt(() => JSON.parse(localStorage.getItem(prefix + place) ?? '[]') as KeptFile[]) ?? [];
	},
	keep(place: string, files: KeptFile[]): void {
		attempt(() =>
			files.length > 0 ? localStorage.setItem(prefix + place, JSON.stringify(files)) : localStorage.removeItem(prefix + place)
		);
	},
	/** How many files of a person have not arrived on the server. */
	unsent(personId: string): number {
		const places = attempt(() => Object.keys(localStorage).filter((key) => key.startsWith(`${prefix}${personId}:`))) ?? [];
		return places.flatMap((key) => keptFiles.read(key.slice(prefix.length))).filter(({ file, refused }) => !file && !refused).length;
	},
	async blob(key: string): Promise<File | undefined> {
		return get<File>(key, store()).catch(() => undefined);
	},
	async keepBlob(key: string, file: File): Promise<void> {
		await set(key, file, store()).catch(() => {});
	},
	async dropBlob(key: string): Promise<void> {
		await del(key, store()).catch(() => {});
	}
};
