import { tick } from 'svelte';
import { onceStirred } from '#lib/client/stirred.ts';
import { m } from '#lib/i18n/m';
import { speaking } from '#lib/i18n/speaking.ts';
import type PostActs from './PostActs.svelte';
import type PostEdit from './PostEdit.svelte';
import type WaitingPost from './WaitingPost.svelte';

/**
 * The menus of posts and what shows one that waits: fetched when somebody begins to read, or when everything else is there,
 * because the line may be down when they are wanted.
 */
export class FetchedActs {
	WaitingPost = $state.raw<typeof WaitingPost>();
	PostActs = $state.raw<typeof PostActs>();
	PostEdit = $state.raw<typeof PostEdit>();
	/** What stands on the page once it is there. */
	shown = $state<PostActs>();
	/** What went wrong with what was asked for last. */
	problem = $state<string | null>(null);

	fetch = async (): Promise<PostActs | undefined> => {
		this.WaitingPost ??= (await speaking(() => import('./WaitingPost.svelte')).catch(() => null))?.default;
		this.PostActs ??= (await speaking(() => import('./PostActs.svelte')).catch(() => null))?.default;
		void this.#fetchEdit();
		await tick();
		return this.shown;
	};

	/** Fetches it all at the first stir. What keys ask for meanwhile is done once it is there. */
	onceStirred(): () => void {
		const early: Event[] = [];
		const note = (event: Event) => {
			if (!this.shown) early.push(event);
		};
		const stop = () => removeEventListener('keydown', note);
		const fetchAll = async () => {
			const acts = await this.fetch();
			stop();
			for (const event of early) acts?.hear(event);
		};
		addEventListener('keydown', note);
		const callOff = onceStirred(() => void fetchAll());
		return () => {
			stop();
			callOff();
		};
	}

	/** Does what somebody has asked for, or says that it cannot be done just now. */
	async act(what: (acts: PostActs) => unknown): Promise<void> {
		const acts = await this.fetch();
		this.tell(acts !== undefined);
		if (acts) await what(acts);
	}

	/** @returns whether a post can be changed where it stands */
	async edit(): Promise<boolean> {
		await this.#fetchEdit();
		this.tell(this.PostEdit !== undefined);
		return this.PostEdit !== undefined;
	}

	async #fetchEdit(): Promise<void> {
		this.PostEdit ??= (await speaking(() => import('./PostEdit.svelte')).catch(() => null))?.default;
	}

	/** Says so in words when something could not be done. */
	tell(done: boolean): void {
		this.problem = done ? null : m.thread_not_now();
	}
}
