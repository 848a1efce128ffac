import { assetsIn, asOf, languageOf, titleOf, withList } from './kept-html.ts';
import { findPage, isTooOld, withinBounds, type KeptPage } from './kept-page.ts';

/** Where the pages of one reader lie, and what stands beside them: all of it goes when somebody else is there. */
export const cacheOfPages = 'swing-pages';
/** Where lies what is the same for everybody. */
export const cacheOfAssets = 'swing-assets';
/** The page that stands for one that was never read. */
export const offlinePath = '/offline';

const indexPath = '/-/kept-pages';

interface Index {
	/** Whose pages these are; empty when nobody is signed in. */
	reader: string;
	/** The language of the page that stands for those never read. */
	lang: string;
	pages: KeptPage[];
}

interface Around {
	caches: CacheStorage;
	fetch(path: string, options?: RequestInit): Promise<Response>;
	now(): number;
}

/** The pages that were read in this browser by who is signed in here. What changes them is done one after the other. */
export class KeptStore {
	#around: Around;
	#turn: Promise<unknown> = Promise.resolve();
	#reader: string | undefined;
	/** When the reader was last another one than before. */
	#changed = 0;

	constructor(around: Around) {
		this.#around = around;
	}

	/**
	 * The server has answered this reader; empty when nobody is signed in. What was kept for another one goes.
	 * @param began when it was asked, by this device's clock
	 * @returns false when somebody has come in or gone out since: the answer is for who was there before
	 */
	async met(reader: string, began = this.#around.now()): Promise<boolean> {
		if (began < this.#changed) return false;
		if (this.#reader === reader) return true;
		return this.#inTurn(async () => {
			if (began < this.#changed) return false;
			const index = await this.#index();
			if (index?.reader !== reader) await this.#begin(reader);
			else if (index.pages.some((page) => isTooOld(page, began))) await this.#bound(index, began);
			this.#reader = reader;
			return true;
		});
	}

	/** Forgets everything; the next answer says for whom something is kept again. */
	forget(): Promise<void> {
		this.#changed = this.#around.now();
		return this.#inTurn(async () => {
			this.#reader = undefined;
			this.#changed = this.#around.now();
			await this.#around.caches.delete(cacheOfPages);
		});
	}

	/**
	 * Keeps what the server has just given this reader at an address.
	 * @param since by this device's clock
	 */
	async keep(reader: string, url: string, response: Response, since = this.#around.now()): Promise<void> {
		const html = await response.text();
		await this.#inTurn(async () => {
			const index = await this.#index();
			// Somebody else has come in, or everybody has gone, while it was read.
			if (!index || index.reader !== reader || reader === '') return;
			const before = index.pages.find((one) => one.url === url);
			if (before && before.at > since) return;
			const assets = [...new Set([...assetsIn(html), ...(before?.assets ?? [])])];
			const page = { url, title: titleOf(html), at: since, bytes: new Blob([html]).size, assets };
			const cache = await this.#pages();
			await cache.put(url, new Response(html, { headers: lasting(response.headers) }));
			await this.#bound({ ...index, pages: [page, ...index.pages.filter((one) => one !== before)] }, since);
			if (languageOf(html) !== index.lang) await this.#fetchOffline();
		});
	}

	/** The page at this address needs these as well. @returns when it was kept; null when it is not */
	async needs(url: string, assets: readonly string[]): Promise<number | null> {
		await this.#fetchAssets(assets);
		return this.#inTurn(async () => {
			const index = await this.#index();
			const page = index?.pages.find((one) => one.url === url);
			if (!index || !page) return null;
			page.assets = [...new Set([...page.assets, ...assets])];
			await this.#write(index);
			return page.at;
		});
	}

	/** What stands for an address while the server does not answer: the page as it was read, or one that says it never was. */
	async find(url: string): Promise<Response | null> {
		const pages = await this.#readable();
		const page = findPage(pages, url);
		if (page) {
			const kept = await this.#read(page.url);
			if (kept) return new Response(asOf(kept.html, page.at), { headers: kept.headers });
		}
		const offline = await this.#read(offlinePath);
		return offline && new Response(withList(offline.html, pages), { headers: offline.headers });
	}

	async has(url: string): Promise<boolean> {
		return findPage(await this.#readable(), url) !== undefined;
	}

	/** What the reader is given beside pages: kept as they are, and gone with them. */
	async keepBeside(reader: string, path: string, response: Response): Promise<void> {
		await this.#inTurn(async () => {
			if (reader !== '' && (await this.#index())?.reader === reader) await (await this.#pages()).put(path, response);
		});
	}

	async beside(path: string): Promise<Response | null> {
		return (await (await this.#pages()).match(path)) ?? null;
	}

	/** What never changes, from here or from the server; it is kept from then on. */
	async asset(path: string, ask = (): Promise<Response> => this.#around.fetch(path)): Promise<Response> {
		const cache = await this.#assets();
		const kept = await cache.match(path);
		if (kept) return kept;
		const response = await ask();
		if (response.status === 200) await cache.put(path, response.clone()).catch(() => {});
		return response;
	}

	/** A new version of the program comes: the page that stands for those never read is to be of it. The first reader brings it anyway. */
	async renewOffline(): Promise<void> {
		await this.#inTurn(async () => {
			if (await this.#index()) await this.#fetchOffline();
		});
	}

	/** A new version has taken over: what neither it nor a kept page needs goes. */
	async sweep(build: readonly string[]): Promise<void> {
		await this.#inTurn(async () => this.#sweepAssets((await this.#index())?.pages ?? [], build));
	}

	/** Writes down what stays, and lets go what is too much or too old. */
	async #bound(index: Index, now: number): Promise<void> {
		const { kept, gone } = withinBounds(index.pages, now);
		const cache = await this.#pages();
		for (const one of gone) await cache.delete(one.url);
		await this.#write({ ...index, pages: kept });
		if (gone.length > 0) await this.#sweepAssets(kept);
	}

	async #readable(): Promise<KeptPage[]> {
		const now = this.#around.now();
		return ((await this.#index())?.pages ?? []).filter((page) => !isTooOld(page, now));
	}

	async #begin(reader: string): Promise<void> {
		this.#changed = this.#around.now();
		await this.#around.caches.delete(cacheOfPages);
		await this.#write({ reader, lang: '', pages: [] });
		await this.#fetchOffline();
	}

	/** It says who is signed in, in their language, so it is fetched anew when either changes. */
	async #fetchOffline(): Promise<void> {
		try {
			const response = await this.#around.fetch(offlinePath, { headers: { accept: 'text/html' } });
			if (response.status !== 200) return;
			const html = await response.text();
			await (await this.#pages()).put(offlinePath, new Response(html, { headers: lasting(response.headers) }));
			const index = await this.#index();
			if (index) await this.#write({ ...index, lang: languageOf(html) });
			await this.#fetchAssets(assetsIn(html));
		} catch {
			// The line is gone: another page brings it.
		}
	}

	async #fetchAssets(paths: readonly string[]): Promise<void> {
		await Promise.all(paths.map((path) => this.asset(path).catch(() => null)));
	}

	async #sweepAssets(pages: readonly KeptPage[], build: readonly string[] = []): Promise<void> {
		const offline = await this.#read(offlinePath);
		const needed = new Set([...build, ...assetsIn(offline?.html ?? ''), ...pages.flatMap(({ assets }) => assets)]);
		const cache = await this.#assets();
		for (const { url } of await cache.keys()) {
			const { pathname, search } = new URL(url);
			if (!needed.has(pathname + search)) await cache.delete(url);
		}
	}

	async #read(url: string): Promise<{ html: string; headers: Headers } | null> {
		const kept = await (await this.#pages()).match(url);
		return kept ? { html: await kept.text(), headers: kept.headers } : null;
	}

	async #index(): Promise<Index | null> {
		const kept = await (await this.#pages()).match(indexPath);
		return kept ? ((await kept.json()) as Index) : null;
	}

	async #write(index: Index): Promise<void> {
		await (await this.#pages()).put(indexPath, Response.json(index));
	}

	#pages(): Promise<Cache> {
		return this.#around.caches.open(cacheOfPages);
	}

	#assets(): Promise<Cache> {
		return this.#around.caches.open(cacheOfAssets);
	}

	#inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
		const done = this.#turn.then(work);
		this.#turn = done.catch(() => {});
		return done;
	}
}

/** The policies of a page stay with it; how it travelled does not. */
function lasting(headers: Headers): Headers {
	const travelled = [
		'content-encoding',
		'content-length',
		'etag',
		'vary',
		'date',
		'set-cookie',
		'transfer-encoding',
		'connection',
		'keep-alive'
	];
	return new Headers([...headers].filter(([name]) => !travelled.includes(name)));
}
