import { tick } from 'svelte';
import { speaking } from '#lib/i18n/speaking.ts';
import type PostActs from './PostActs.svelte';
import type WaitingPost from './WaitingPost.svelte';

/** The menus of posts, and what shows one that waits: fetched when somebody begins to read, because the line may be down when they are wanted. */
export class FetchedActs {
	WaitingPost = $state.raw<typeof WaitingPost>();
	PostActs = $state.raw<typeof PostActs>();
	/** What stands on the page once it is there. */
	shown = $state<PostActs>();

	fetch = async (): Promise<PostActs | undefined> => {
		this.WaitingPost ??= (await speaking(['acts'], () => import('./WaitingPost.svelte')).catch(() => null))?.default;
		this.PostActs ??= (await speaking(['acts'], () => import('./PostActs.svelte')).catch(() => null))?.default;
		await tick();
		return this.shown;
	};
}
