import { createStore, promisifyRequest, type UseStore } from 'idb-keyval';
import { sealOf } from './sealing.ts';
import type { Attachment } from './uploads.svelte.ts';

/** What is remembered of an attachment; its bytes lie beside, in the browser's database. */
export type KeptFile = Omit<Attachment, 'state' | 'sent'>;

const prefix = 'files:';
let opened: UseStore | undefined;

function store(): UseStore {
	return (opened ??= createStore('swing-files', 'on-their-way'));
}

function change(work: (files: IDBObjectStore) => void): Promise<void> {
	return store()('readwrite', (files) => {
		work(files);
		return promisifyRequest(files.transaction);
	});
}

/** Browsers may forbid storage or have no room left; files then live as long as the page. */
function attempt<Result>(work: () => Result): Result | null {
	try {
		return work();
	} catch {
		return null;
	}
}

/** A file as it is kept: locked, so that only who chose it reads it. */
interface LockedFile {
	type: string;
	locked: Uint8Array<ArrayBuffer>;
}

const sealAt = (place: string) => sealOf(place.slice(0, place.indexOf(':')));
/** What each place was last asked to keep. */
const wishes = new Map<string, object>();

/** The files of drafts, by person and place, across reloads and restarts of the browser. */
export const keptFiles = {
	async read(place: string): Promise<KeptFile[]> {
		const kept = attempt(() => localStorage.getItem(prefix + place));
		if (!kept) return [];
		// An earlier version of the program kept the list as it was.
		const text = kept.startsWith('[') ? kept : await (await sealAt(place))?.openText(kept);
		return attempt(() => JSON.parse(text ?? '[]') as KeptFile[]) ?? [];
	},
	async keep(place: string, files: KeptFile[]): Promise<void> {
		const wish = {};
		wishes.set(place, wish);
		if (files.length === 0) return void attempt(() => localStorage.removeItem(prefix + place));
		const locked = await (await sealAt(place))?.lockText(JSON.stringify(files));
		if (locked && wishes.get(place) === wish) attempt(() => localStorage.setItem(prefix + place, locked));
	},
	/** How many files of a person have not arrived on the server. */
	async unsent(personId: string): Promise<number> {
		const keys = attempt(() => Object.keys(localStorage).filter((key) => key.startsWith(`${prefix}${personId}:`))) ?? [];
		const lists = await Promise.all(keys.map((key) => keptFiles.read(key.slice(prefix.length))));
		return lists.flat().filter(({ file, refused }) => !file && !refused).length;
	},
	async blob(place: string, key: string): Promise<File | undefined> {
		const kept = await store()('readonly', (files) => promisifyRequest<LockedFile | File | undefined>(files.get(key))).catch(
			() => undefined
		);
		if (!kept || kept instanceof File) return kept;
		const bytes = await (await sealAt(place))?.open(kept.locked);
		return bytes ? new File([bytes], '', { type: kept.type }) : undefined;
	},
	async keepBlob(place: string, key: string, file: File): Promise<void> {
		const seal = await sealAt(place);
		if (!seal) return;
		const keep = async () => {
			const locked: LockedFile = { type: file.type, locked: await seal.lock(await file.arrayBuffer()) };
			await change((files) => void files.put(locked, key));
		};
		await keep().catch(() => {});
	},
	async dropBlob(key: string): Promise<void> {
		await change((files) => void files.delete(key)).catch(() => {});
	}
};
