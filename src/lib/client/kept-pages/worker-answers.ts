import { keptHeaders } from '../../model/kept-pages.ts';
import type { KeptStore } from './kept-store.ts';

/** What a page asks of the worker. */
export type AskedOfWorker =
	| {
			/** A page that is being read: path and query. */
			keep: string;
			/** When it was fetched, or has changed last, in milliseconds of this device's clock. */
			since: number;
			/** What it has fetched beside its HTML. */
			assets: string[];
	  }
	| { forget: true };

interface Around {
	fetch(request: Request | string, options?: RequestInit): Promise<Response>;
	now(): number;
}

/** Milliseconds after which a page that is kept is shown rather than waited for. */
const patience = 8000;
/** What is given to a reader beside pages, and needed without a line too. */
const beside = ['/profile/draft-key'];

/** How the worker answers what the pages of this browser ask for. */
export class WorkerAnswers {
	#store: KeptStore;
	#around: Around;

	constructor(store: KeptStore, around: Around) {
		this.#store = store;
		this.#around = around;
	}

	/**
	 * @param later keeps the worker alive until this is done
	 * @param asked what the browser has asked for already, if it has
	 * @returns null for what goes its way as if there was no worker
	 */
	answer(request: Request, later: (work: Promise<unknown>) => void, asked?: Promise<Response | undefined>): Promise<Response> | null {
		const { pathname, search, origin } = new URL(request.url);
		const path = pathname + search;
		if (request.method !== 'GET' || origin !== globalThis.location.origin) return null;
		if (isLasting(path)) return this.#store.asset(path, () => this.#around.fetch(request));
		if (request.mode === 'navigate') return this.#page(request, path, later, asked);
		if (pathname.endsWith('/__data.json')) return this.#data(request, later);
		return beside.includes(pathname) ? this.#beside(request, path) : null;
	}

	async hear(asked: AskedOfWorker): Promise<void> {
		if ('forget' in asked) return this.#store.forget();
		// The first page may have asked for it before there was a worker.
		for (const path of beside) if (!(await this.#store.beside(path))) await this.#beside(path, path);
		const { keep, since } = asked;
		const assets = asked.assets.filter(isLasting);
		const at = await this.#store.needs(keep, assets);
		if (at !== null && at >= since) return;
		const began = this.#around.now();
		const response = await this.#around.fetch(keep, { headers: { accept: 'text/html' } });
		await this.#take(keep, response, began);
		await this.#store.needs(keep, assets);
	}

	/**
	 * Keeps the pages that are shown already, at these addresses, as they came before there was a worker. What an earlier one
	 * has kept of them stays.
	 */
	async keepShown(urls: readonly string[]): Promise<void> {
		for (const url of new Set(urls)) {
			const { pathname, search } = new URL(url);
			await this.hear({ keep: pathname + search, since: 0, assets: [] }).catch(() => {});
		}
	}

	async #page(request: Request, path: string, later: (work: Promise<unknown>) => void, asked?: Promise<Response | undefined>) {
		const began = this.#around.now();
		const answer = Promise.resolve(asked).then((early) => early ?? this.#around.fetch(request));
		later(answer.then((response) => this.#take(path, response, began)).catch(() => {}));
		try {
			return (await this.#orKept(answer, path)) ?? (await answer);
		} catch {
			return (await this.#store.find(path)) ?? Response.error();
		}
	}

	/** The kept page, if there is one and the server is too slow; otherwise nothing. */
	async #orKept(answer: Promise<Response>, path: string): Promise<Response | null> {
		let late: ReturnType<typeof setTimeout> | undefined;
		const slow = new Promise<null>((resolve) => {
			late = setTimeout(() => resolve(null), patience);
		});
		const first = await Promise.race([answer, slow]).finally(() => clearTimeout(late));
		return first ?? ((await this.#store.has(path)) ? this.#store.find(path) : null);
	}

	/** The program of a page is never given the data of another time: without a line it turns to the page as a whole. */
	async #data(request: Request, later: (work: Promise<unknown>) => void): Promise<Response> {
		const began = this.#around.now();
		const response = await this.#around.fetch(request);
		const reader = response.headers.get(keptHeaders.reader);
		if (reader !== null) later(this.#store.met(reader, began).catch(() => {}));
		return response;
	}

	async #beside(request: Request | string, path: string): Promise<Response> {
		const began = this.#around.now();
		try {
			const response = await this.#around.fetch(request);
			const reader = response.headers.get(keptHeaders.reader);
			const copy = response.clone();
			// Where the session has ended elsewhere this may be the first to hear of it.
			if (reader !== null && (await this.#store.met(reader, began)) && response.status === 200)
				await this.#store.keepBeside(reader, path, copy);
			return response;
		} catch {
			return (await this.#store.beside(path)) ?? Response.error();
		}
	}

	async #take(path: string, response: Response, began: number): Promise<void> {
		const reader = response.headers.get(keptHeaders.reader);
		if (reader === null) return;
		const copy = response.headers.has(keptHeaders.keep) && !response.redirected ? response.clone() : null;
		if ((await this.#store.met(reader, began)) && copy) await this.#store.keep(reader, path, copy, began);
	}
}

/** Whether what stands at a path never changes, and is the same for everybody. */
function isLasting(path: string): boolean {
	return /^\/(_app\/immutable|fonts)\/|^\/favicon\.svg$|^\/cities\.css\?.*\bv=/.test(path);
}
