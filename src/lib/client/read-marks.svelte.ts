import type { Connection } from './connection.svelte.ts';

/** What read marks need of the connection. */
export type ReadingLine = Pick<Connection, 'command' | 'whenever'>;

/** Pause after which a stretch of reading is told, so that scrolling through is one message. */
const rest = 800;

/** What stands behind the place to write at the bottom is not seen yet. */
const onlyAboveTheComposer = { rootMargin: '0px 0px -120px 0px' };

/**
 * How far a reader has seen a stream: to the last post that was on screen while the page was being
 * looked at. What stands before it was seen or jumped over.
 */
export class ReadMarks {
	/** Everything up to here has been seen. */
	upTo = $state(0);
	#stream: string;
	#line: ReadingLine;
	#told: number;
	#telling: ReturnType<typeof setTimeout> | undefined;

	constructor(stream: string, upTo: number, line: ReadingLine) {
		this.#stream = stream;
		this.#line = line;
		this.upTo = upTo;
		this.#told = upTo;
	}

	/** Watches a list in which posts are articles with the id `p-<seq>`. Returns the way to stop. */
	follow(list: Element): () => void {
		const onScreen = new IntersectionObserver((entries) => {
			if (document.visibilityState === 'hidden') return;
			for (const { isIntersecting, target } of entries) {
				if (isIntersecting) this.#see(Number(target.id.slice(2)));
			}
		}, onlyAboveTheComposer);
		const watchAll = () => {
			onScreen.disconnect();
			for (const post of list.querySelectorAll('article[id^="p-"]')) onScreen.observe(post);
		};
		const changes = new MutationObserver(watchAll);
		changes.observe(list, { childList: true, subtree: true });
		// Observing anew reports what is on screen when somebody comes back to this tab.
		document.addEventListener('visibilitychange', watchAll);
		const stopTelling = this.#line.whenever(() => this.#soon());
		watchAll();
		return () => {
			onScreen.disconnect();
			changes.disconnect();
			document.removeEventListener('visibilitychange', watchAll);
			stopTelling();
		};
	}

	#see(seq: number): void {
		if (seq <= this.upTo) return;
		this.upTo = seq;
		this.#soon();
	}

	#soon(): void {
		clearTimeout(this.#telling);
		this.#telling = setTimeout(() => void this.#tell(), rest);
	}

	async #tell(): Promise<void> {
		const seq = this.upTo;
		if (seq <= this.#told) return;
		try {
			const answer = await this.#line.command('markRead', { read: [{ stream: this.#stream, seq }] });
			if ('ok' in answer) this.#told = Math.max(this.#told, seq);
		} catch {
			// The line is down: told when it comes back.
		}
	}
}
