import type { Results } from '#lib/model/search/results.ts';

/** After the last key, in milliseconds. */
const rest = 180;

/** What is found as one types: asked for when the fingers rest, an older question given up for a newer one. */
export class SearchAsTyped {
	results = $state.raw<Results | null>(null);
	/** What the results answer. */
	text = $state('');
	/** Whether the last question got no answer: the line is down, or it was asked too often. */
	failed = $state(false);
	busy = $state(false);
	#timer: ReturnType<typeof setTimeout> | undefined;
	#asking: AbortController | undefined;
	#most: number | undefined;

	constructor(most?: number) {
		this.#most = most;
	}

	/** What is known already, from the page. */
	begin(text: string, results: Results): void {
		this.stop();
		this.text = text;
		this.results = results;
		this.failed = false;
	}

	/** @param answered is called with what was found, unless something newer was asked for meanwhile */
	ask(text: string, answered: (results: Results) => void = () => {}): void {
		this.stop();
		this.busy = true;
		this.#timer = setTimeout(() => void this.#fetch(text, answered), rest);
	}

	stop(): void {
		clearTimeout(this.#timer);
		this.#asking?.abort();
		this.busy = false;
	}

	async #fetch(text: string, answered: (results: Results) => void): Promise<void> {
		const asking = new AbortController();
		this.#asking = asking;
		const params = new URLSearchParams({ q: text, ...(this.#most ? { most: String(this.#most) } : {}) });
		const answer = await fetch(`/search?${params}`, { headers: { accept: 'application/json' }, signal: asking.signal }).catch(
			() => null
		);
		const results = answer?.ok ? ((await answer.json().catch(() => null)) as Results | null) : null;
		if (asking.signal.aborted) return;
		this.busy = false;
		this.failed = results === null;
		if (!results) return;
		this.results = results;
		this.text = text;
		answered(results);
	}
}
