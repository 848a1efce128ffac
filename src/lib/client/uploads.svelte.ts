import type { AttachedFile } from '../model/files/attached.ts';
import { fileRefusals, type FileRefusal } from '../model/files/kinds.ts';
import { keptFiles, type KeptFile } from './kept-files.ts';
import { NotTaken, sendFile } from './send-file.ts';

export type Refused = FileRefusal | 'forbidden' | 'failed' | 'lost';

/** A file beside what is being written: on its way, there, or not taken. */
export interface Attachment {
	key: string;
	name: string;
	size: number;
	state: 'queued' | 'sending' | 'checking' | 'broken' | 'ready' | 'refused';
	/** Bytes that have arrived. */
	sent: number;
	/** Where the upload goes on. */
	url: string | null;
	/** Once it is ready. */
	file: AttachedFile | null;
	alt: string;
	decorates: boolean;
	refused: Refused | null;
	/** The file whose place it takes. */
	replaces: string | null;
}

/** Milliseconds between tries; after the last it goes on so. */
const pauses = [500, 1000, 2000, 4000, 8000, 15_000];
const atOnce = 2;

/** The files of one place to write, kept with its draft until they are sent with it. */
export class Uploads {
	all = $state<Attachment[]>([]);
	#place: string;
	#network: string;
	#blobs = new Map<string, File>();
	#running = new Map<string, AbortController>();
	#tries = new Map<string, number>();
	#told: (ready: Attachment) => void;

	/** @param place `<personId>:<place>`, as of the draft */
	constructor(place: string, network: string, told: (ready: Attachment) => void = () => {}) {
		this.#place = place;
		this.#network = network;
		this.#told = told;
	}

	/** Takes up what an earlier page left, or what stands beside the text already; returns what ends the work. */
	async start(initial: readonly AttachedFile[] = []): Promise<() => void> {
		const kept = await keptFiles.read(this.#place);
		// All are there before the first of their bytes is: what is added meanwhile comes after them.
		const added = this.all.filter(({ key }) => this.#blobs.has(key));
		const before = kept.filter(({ key }) => !this.#blobs.has(key));
		this.all = [
			...before.map((one): Attachment => ({ ...one, sent: 0, state: one.file ? 'ready' : one.refused ? 'refused' : 'queued' })),
			...added
		];
		if (added.length > 0) this.#keep();
		if (kept.length === 0 && initial.length > 0) this.hold(initial);
		for (const { key, file, refused } of before) {
			const blob = file ? undefined : await keptFiles.blob(this.#place, key);
			if (blob) this.#blobs.set(key, blob);
			else if (!file && !refused) this.#set(key, { state: 'refused', refused: 'lost' });
		}
		this.#next();
		const goOn = () => this.#goOn();
		addEventListener('online', goOn);
		return () => {
			removeEventListener('online', goOn);
			for (const running of this.#running.values()) running.abort();
		};
	}

	/** What stands beside the text already. */
	hold(files: readonly AttachedFile[]): void {
		const held = new Set(this.all.map(({ file }) => file?.id));
		const missing = files.filter(({ id }) => !held.has(id));
		this.all = [
			...this.all,
			...missing.map((file): Attachment => ({
				...fresh(file.id, file.name, file.size),
				state: 'ready',
				file,
				alt: file.alt ?? '',
				decorates: file.alt === ''
			}))
		];
		this.#keep();
	}

	async add(file: File, replaces: Attachment | null = null): Promise<void> {
		const key = crypto.randomUUID();
		const one = {
			...fresh(key, file.name, file.size),
			alt: replaces?.alt ?? '',
			decorates: replaces?.decorates ?? false,
			replaces: replaces?.file?.id ?? null
		};
		this.#blobs.set(key, file);
		this.all = replaces ? this.all.map((old) => (old.key === replaces.key ? one : old)) : [...this.all, one];
		this.#keep();
		await keptFiles.keepBlob(this.#place, key, file);
		this.#next();
	}

	/** Takes a file away; what has arrived of it is given up. */
	async remove({ key, url }: Attachment): Promise<void> {
		this.#forget(key);
		this.#running.get(key)?.abort();
		if (url) await giveUp(url);
		this.#next();
	}

	/** Forgets one here: it stands where it was meant to. */
	taken(key: string): void {
		this.#forget(key);
	}

	again({ key }: Attachment): void {
		this.#tries.delete(key);
		this.#set(key, { state: 'queued', refused: null });
		this.#next();
	}

	describe(key: string, what: { alt?: string; decorates?: boolean }): void {
		this.#set(key, what);
		this.#keep();
	}

	/** Forgets them here: they are sent, or stand where they stood. */
	clear(): void {
		for (const { key } of this.all) this.#forget(key);
	}

	#forget(key: string): void {
		this.#blobs.delete(key);
		this.all = this.all.filter((one) => one.key !== key);
		this.#keep();
		void keptFiles.dropBlob(key);
	}

	#set(key: string, change: Partial<Attachment>): void {
		const one = this.all.find((each) => each.key === key);
		if (one) Object.assign(one, change);
	}

	#keep(): void {
		void keptFiles.keep(
			this.#place,
			this.all.map(({ state: _, sent: __, ...kept }): KeptFile => kept)
		);
	}

	#goOn(): void {
		for (const one of this.all) if (one.state === 'broken') this.again(one);
	}

	#next(): void {
		for (const one of this.all) {
			if (this.#running.size >= atOnce) return;
			const blob = this.#blobs.get(one.key);
			if (one.state === 'queued' && blob && !this.#running.has(one.key)) void this.#send(one.key, blob);
		}
	}

	async #send(key: string, blob: File): Promise<void> {
		const running = new AbortController();
		const { signal } = running;
		this.#running.set(key, running);
		const one = this.all.find((each) => each.key === key);
		try {
			this.#set(key, { state: 'sending' });
			const { name = '', url = null, replaces } = one ?? {};
			await sendFile({
				blob,
				url,
				metadata: { filename: name, network: this.#network, ...(replaces && { replaces }) },
				onurl: (url) => {
					this.#set(key, { url });
					this.#keep();
				},
				onprogress: (sent) => this.#set(key, { sent }),
				signal
			});
			await this.#finish(key, signal);
		} catch (error) {
			if (!signal.aborted) this.#failed(key, error);
		} finally {
			this.#running.delete(key);
			this.#next();
		}
	}

	/** Asks what became of it: it is looked at, and made ready to be shown. */
	async #finish(key: string, signal: AbortSignal): Promise<void> {
		this.#set(key, { state: 'checking' });
		const one = this.all.find((each) => each.key === key);
		if (!one?.url) return;
		const answer = await fetch(one.url, { signal });
		if (!answer.ok) throw new NotTaken(answer.status, await answer.text());
		const file = (await answer.json()) as AttachedFile;
		this.#set(key, { state: 'ready', file, name: file.name });
		this.#keep();
		void keptFiles.dropBlob(key);
		const ready = this.all.find((each) => each.key === key);
		if (ready) this.#told(ready);
	}

	#failed(key: string, error: unknown): void {
		const { status, body } = error instanceof NotTaken ? error : { status: 0, body: '' };
		const refused = refusalOf(status, body);
		if (refused === null) return this.#later(key, status);
		const url = this.all.find((one) => one.key === key)?.url;
		if (url) void giveUp(url);
		this.#set(key, { state: 'refused', refused, url: null, sent: 0 });
		this.#keep();
	}

	/** The line, or the server: tried again by itself. What the server does not know any more begins anew. */
	#later(key: string, status: number): void {
		const tries = (this.#tries.get(key) ?? 0) + 1;
		this.#tries.set(key, tries);
		if (status === 404 || status === 410) this.#set(key, { url: null, sent: 0 });
		this.#set(key, { state: 'broken' });
		const again = () => this.all.some((one) => one.key === key && one.state === 'broken') && this.#set(key, { state: 'queued' });
		setTimeout(
			() => {
				again();
				this.#next();
			},
			pauses[Math.min(tries, pauses.length) - 1]
		);
	}
}

/** So that it takes no room on the server; a lost word costs nothing, it goes there by itself in the end. */
async function giveUp(url: string): Promise<void> {
	await fetch(url, { method: 'DELETE', headers: { 'tus-resumable': '1.0.0' } }).catch(() => {});
}

function fresh(key: string, name: string, size: number): Attachment {
	return { key, name, size, state: 'queued', sent: 0, url: null, file: null, alt: '', decorates: false, refused: null, replaces: null };
}

/** Null when it is worth another try. */
function refusalOf(status: number, body: string): Refused | null {
	if ((fileRefusals as readonly string[]).includes(body)) return body as FileRefusal;
	if (status === 401 || status === 403) return 'forbidden';
	return status === 400 || status === 413 ? 'failed' : null;
}
