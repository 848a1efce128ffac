import type { AskedOfWorker } from './worker-answers.ts';
import { cacheOfPages } from './kept-store.ts';

/** Milliseconds that a page is looked at before it is kept as it is then. */
const rest = 3000;

/** Has the pages that are read kept for reading them without a line. */
export class ReadPages {
	/** When the page was fetched or has changed, in milliseconds of this device's clock. */
	#changed = performance.timeOrigin;
	#later: ReturnType<typeof setTimeout> | undefined;
	#told = 0;
	/** The page that is shown: path and query. */
	#shown = '';
	/** Whether something has come to it that the worker has not been told of. */
	#grew = false;

	/** Tells the worker what is read when the page is put aside. Returns the way to stop. */
	start(): () => void {
		const hidden = () => document.visibilityState === 'hidden' && this.#changed > this.#told && this.#keep();
		document.addEventListener('visibilitychange', hidden);
		return () => {
			clearTimeout(this.#later);
			document.removeEventListener('visibilitychange', hidden);
		};
	}

	/** Another page is shown, or this one anew. What has come to the one before is kept with it. */
	shown(fresh: boolean): void {
		if (this.#grew) this.#keep();
		this.#shown = location.pathname + location.search;
		if (fresh) this.#changed = Date.now();
		// The worker has it as it came, and not yet the program that was fetched before there was a worker.
		else this.#keep();
		clearTimeout(this.#later);
		this.#later = setTimeout(() => this.#keep(), rest);
	}

	/**
	 * Something has come to the page that is shown.
	 * @param at by this device's clock, in milliseconds
	 */
	changed(at = Date.now()): void {
		if (at < this.#changed) return;
		this.#changed = at;
		this.#grew = true;
	}

	#keep(): void {
		this.#grew = false;
		// A page from what is kept says nothing new.
		if (document.documentElement.dataset.kept || !('serviceWorker' in navigator)) return;
		this.#told = Date.now();
		const fetched = performance.getEntriesByType('resource').map(({ name }) => new URL(name));
		const assets = fetched.filter(({ origin }) => origin === location.origin).map(({ pathname, search }) => pathname + search);
		const asked: AskedOfWorker = { keep: this.#shown, since: this.#changed, assets: [...new Set(assets)] };
		void navigator.serviceWorker.ready.then(({ active }) => active?.postMessage(asked));
	}
}

/** What was kept goes, whoever comes next. */
export async function forgetReadPages(): Promise<void> {
	if (!('serviceWorker' in navigator)) return;
	const registration = await navigator.serviceWorker.getRegistration().catch(() => undefined);
	registration?.active?.postMessage({ forget: true } satisfies AskedOfWorker);
	await caches.delete(cacheOfPages);
}
