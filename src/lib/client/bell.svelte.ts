import type { WaitingCount } from '../model/notifications/count.ts';

/** How much waits for the reader, for all on this page that says so: one number, wherever it stands. */
class Bell {
	/** The bell counts along with the line; until it does the page knows. */
	#live = $state.raw<{ readonly current: WaitingCount } | null>(null);

	/** @param page what the page was made with; null for visitors */
	count(page: WaitingCount | null): number {
		return (this.#live?.current ?? page)?.waiting ?? 0;
	}

	/** From now on the bell says the number. Returns the way to stop. */
	follow(live: { readonly current: WaitingCount }): () => void {
		this.#live = live;
		return () => void (this.#live === live && (this.#live = null));
	}
}

export const bell = new Bell();
