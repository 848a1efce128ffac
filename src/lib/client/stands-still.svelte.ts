import { untrack } from 'svelte';

interface Read {
	/** What is read: of another thing nothing stands still. */
	id: string;
	/** Differs where its words do. */
	version: string;
}

/** What somebody reads on a page that is kept up to date: its words stay as they are until their reader wants the newer ones. */
export class StandsStill<Page> {
	/** What is read now. */
	shown = $state.raw() as Page;
	/** Whether there are newer words than these. */
	readonly isOlder: boolean = $derived.by(() => !this.#isSame());
	#newest: () => Page;
	#of: (page: Page) => Read;

	constructor(newest: () => Page, of: (page: Page) => Read) {
		this.#newest = newest;
		this.#of = of;
		this.shown = untrack(newest);
		$effect.pre(() => {
			const now = newest();
			untrack(() => {
				if (this.#isSame() || of(now).id !== of(this.shown).id) this.shown = now;
			});
		});
	}

	/** Shows the newest words: somebody asked for them, or came here. */
	show(): void {
		this.shown = this.#newest();
	}

	#isSame(): boolean {
		return this.#of(this.#newest()).version === this.#of(this.shown).version;
	}
}
