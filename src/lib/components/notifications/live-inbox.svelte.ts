import { invalidate } from '$app/navigation';
import { connection } from '#lib/client/connection.svelte.ts';
import { LiveState } from '#lib/client/live-state.svelte.ts';
import type { Card } from '#lib/model/notifications/cards.ts';
import { applyToInbox, type Inbox } from '#lib/model/notifications/inbox.ts';
import { entryGroups, shownOf } from './groups.ts';

/** What was last marked, so that it can be taken back. */
export interface LastMark {
	change: 'done' | 'undone';
	ids: string[];
}

type Cards = Record<string, Card>;

/** An open inbox, which hears what arrives and what is done on other pages. */
export class LiveInbox {
	#live: LiveState<Inbox>;
	#cards = $state.raw<Cards>({});
	/** Marked here, and not yet heard of from the stream. */
	#leaving = $state.raw<ReadonlySet<string>>(new Set());
	#asking = new Set<string>();
	last = $state.raw<LastMark | null>(null);

	constructor(loaded: Inbox, cards: Cards) {
		this.#cards = cards;
		this.#live = new LiveState(loaded, connection, {
			apply: applyToInbox,
			reload: () => invalidate('swing:inbox'),
			heard: ({ name, payload }) => {
				if (name === 'notification.revised' || name === 'notification.withdrawn') this.#forget(payload.ids);
				// Told anew, there may be something else to read.
				if (name === 'notification.arrived') this.#forget([payload.entry.id]);
				if (name === 'notification.done' || name === 'notification.undone') this.#stay(payload.entries.map(({ id }) => id));
				this.#fetchMissing();
			}
		});
	}

	start(): () => void {
		void connection.open();
		return this.#live.start();
	}

	/** Takes over what the page has loaded. */
	take(loaded: Inbox, cards: Cards): void {
		// Nothing is kept of what the reader may not see any more; what came since is asked for.
		this.#cards = cards;
		this.#leaving = new Set();
		this.#live.reload(loaded);
		this.#fetchMissing();
	}

	get inbox(): Inbox {
		return this.#live.current;
	}

	/** What is on the page, the newest first. */
	get shown() {
		return shownOf(
			this.inbox.entries.filter(({ id }) => !this.#leaving.has(id)),
			this.#cards
		);
	}

	get groups() {
		return entryGroups(this.shown);
	}

	/** Out of sight at once; returns the way to show them again. */
	leave(ids: string[]): () => void {
		this.#leaving = new Set([...this.#leaving, ...ids]);
		return () => this.#stay(ids);
	}

	#stay(ids: string[]): void {
		this.#leaving = new Set([...this.#leaving].filter((id) => !ids.includes(id)));
	}

	/** The server has done it; without a line the page loads what is there now. */
	async marked(last: LastMark): Promise<void> {
		this.last = last;
		if (connection.state !== 'live') await invalidate('swing:inbox');
	}

	#forget(ids: string[]): void {
		this.#cards = Object.fromEntries(Object.entries(this.#cards).filter(([id]) => !ids.includes(id)));
	}

	#fetchMissing(): void {
		const missing = this.inbox.entries.map(({ id }) => id).filter((id) => !this.#cards[id] && !this.#asking.has(id));
		if (missing.length > 0) void this.#fetch(missing.slice(0, 100));
	}

	async #fetch(ids: string[]): Promise<void> {
		for (const id of ids) this.#asking.add(id);
		try {
			const answer = await fetch(`/inbox/cards?${new URLSearchParams(ids.map((id) => ['id', id]))}`);
			if (!answer.ok) return;
			const { cards } = (await answer.json()) as { cards: Cards };
			this.#cards = { ...this.#cards, ...cards };
		} catch {
			// No line: what comes next asks again.
		} finally {
			for (const id of ids) this.#asking.delete(id);
		}
	}
}
