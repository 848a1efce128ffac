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

	/** Registers the worker, and tells it what is read. Returns the way to stop. */
	start(): () => void {
		void navigator.serviceWorker.register('/service-worker.js').catch(() => {});
		const hidden = () => document.visibilityState === 'hidden' && this.#changed > this.#told && this.#keep();
		document.addEventListener('visibilitychange', hidden);
		return () => {
			clearTimeout(this.#later);
			document.removeEventListener('visibilitychange', hidden);
		};
	}

	/** Another page is shown, or this one anew. */
	shown(fresh: boolean): void {
		if (fresh) this.#changed = Date.now();
		clearTimeout(this.#later);
		this.#later = setTimeout(() => this.#keep(), rest);
	}

	/** Something has come to the page that is shown. */
	changed(): void {
		this.#changed = Date.now();
	}

	#keep(): void {
		// A page from what is kept says nothing new.
		if (document.documentElement.dataset.kept || !('serviceWorker' in navigator)) return;
		this.#told = Date.now();
		const fetched = performance.getEntriesByType('resource').map(({ name }) => new URL(name));
		const assets = fetched.filter(({ origin }) => origin === location.origin).map(({ pathname, search }) => pathname + search);
		const asked: AskedOfWorker = { keep: location.pathname + location.search, since: this.#changed, assets: [...new Set(assets)] };
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
